import packed from "./deferred_bg.inline.js";
import { unpack } from "./unpack.js";

export const deferredInlineBytes = () => unpack(packed);
