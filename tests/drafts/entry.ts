export { Assessment } from "../../www/app/core.js";
export { Draft, recordOf } from "../../www/app/draft.js";
export { merge, taken } from "../../www/app/merge.js";
export { MemoryRouter } from "../../www/app/router.js";
export { Session } from "../../www/app/session.js";
export { Store } from "../../www/app/store.js";
