// The declarations of iso27001-readiness/sheets, written by hand, are those of what is shipped under that name.
import type * as told from "../../pkg-config/npm/sheets.d.ts";
import type * as own from "../../www/sheets/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export const values: (
  own: typeof import("../../www/sheets/index.js"),
) => typeof import("../../pkg-config/npm/sheets.d.ts") = (module) => module;
export const types: true[] = [
  true satisfies Same<own.Sheet, told.Sheet>,
  true satisfies Same<own.Notice, told.SheetNotice>,
  true satisfies Same<own.Refusal, told.Refusal>,
  true satisfies Same<own.ReadOptions, told.ReadOptions>,
];
