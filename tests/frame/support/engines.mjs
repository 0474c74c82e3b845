import { engines as all } from "../../browser/driver/index.mjs";

/** Chromium every day, and all three in the long run or where they are asked for. */
export const engines =
  process.env.READINESS_LONG || process.env.READINESS_ENGINES ? all : all.filter((engine) => engine === "chromium");
