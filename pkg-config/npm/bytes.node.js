// The modules, from the copies in the package's text: a bundle that is moved away from its files still holds them.
import { gunzipSync } from "node:zlib";
import packed from "./core_bg.inline.js";
import packedDeferred from "./deferred_bg.inline.js";
import packedExchange from "./exchange_bg.inline.js";

const unpacked = (text) => gunzipSync(Buffer.from(text, "base64"));
export const bytes = () => unpacked(packed);
export const deferredBytes = () => unpacked(packedDeferred);
export const exchangeBytes = () => unpacked(packedExchange);
