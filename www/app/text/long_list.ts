import { t } from "./messages.js";

/** Texts that have commas of their own, as the language parts them. */
export const longList = (list: readonly string[]): string =>
  list.length === 0 ? "" : list.reduce((before, item) => t("list.long", { list: before, item }));
