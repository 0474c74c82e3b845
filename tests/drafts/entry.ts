export { Assessment } from "../../www/app/model/wasm.js";
export { InnerRouter } from "../../www/element/router.js";
export { Session } from "../../www/app/session/session.js";
