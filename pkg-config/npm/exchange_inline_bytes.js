import packed from "./exchange_bg.inline.js";
import { unpack } from "./unpack.js";

export const exchangeInlineBytes = () => unpack(packed);
