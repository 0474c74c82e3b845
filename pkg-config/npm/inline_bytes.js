import packed from "./core_bg.inline.js";
import { unpack } from "./unpack.js";

export const inlineBytes = () => unpack(packed);
