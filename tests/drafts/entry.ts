export { Assessment } from "../../www/app/core.js";
export { MemoryRouter } from "../../www/app/router.js";
export { Session } from "../../www/app/session.js";
