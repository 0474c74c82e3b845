// Started by the first call, from the copy in the package's text: a bundle that is moved away from its files still holds it.
import { gunzipSync } from "node:zlib";
import packed from "./core_bg.inline.js";
import packedDeferred from "./deferred_bg.inline.js";
import { startWith } from "./guarded.js";

// Its own bindings and no re-exports, which a bundler would take from where they are made, without what is done here.
const unpacked = (text) => gunzipSync(Buffer.from(text, "base64"));
export const { Assessment, catalog, ready, readyDeferred, verify } = startWith(
  () => unpacked(packed),
  () => unpacked(packedDeferred),
);
