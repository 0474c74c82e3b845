import { Chromium } from "./chromium.mjs";
import { Firefox } from "./firefox.mjs";
import { WebKit } from "./webkit.mjs";

export { deskFile, offlineFile, sharedSite, site } from "./site.mjs";

const ALL = { chromium: Chromium, firefox: Firefox, webkit: WebKit };

/** The engines to test in: all three, or those that READINESS_ENGINES names. */
export const engines = (process.env.READINESS_ENGINES ?? "chromium,firefox,webkit").split(",");

/** @returns {Promise<import("./page.mjs").Page>} */
export const launch = (engine, options) => ALL[engine].launch(options);

/** A browser that can be killed, on a profile that outlives it. @returns {Promise<import("./page.mjs").Page>} */
export const mortal = (engine, options) => ALL[engine].mortal(options);
