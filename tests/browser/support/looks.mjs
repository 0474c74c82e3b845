import assert from "node:assert/strict";
import { overflow, settled, shape, violations } from "./access.mjs";

const LONG = Boolean(process.env.READINESS_LONG);
const LOOKS = ["light", "dark"].flatMap((colorScheme) =>
  ["none", "active"].map((forcedColors) => ({ colorScheme, forcedColors, reducedMotion: "reduce" })),
);
const SIZES = ["ltr", "rtl"].flatMap((dir) => [320, 1280].map((width) => ({ dir, width })));
/** Light and dark, own and forced colours, both directions, narrow and wide; those of one size together. */
export const WAYS = SIZES.flatMap((size) => LOOKS.map((look) => ({ look, ...size })));
const at = (dir, width) => WAYS.filter((way) => way.dir === dir && way.width === width);
/** As most people have it, first. */
const USUAL = at("ltr", 1280);
export const [PLAIN] = USUAL;
/** Every look, narrow and wide, each in one direction; the other is asked what reaches sideways. */
export const SOME = [...USUAL, ...at("rtl", 320)];
export const TURNED = [at("ltr", 320)[0], at("rtl", 1280)[0]];
/** Both colours and both directions. */
export const TWO = [PLAIN, at("rtl", 1280)[3]];

export async function show(page, { look, dir, width }) {
  await page.native.emulateMedia(look);
  await page.resize(width, 800);
  await page.evaluate((to) => void (document.documentElement.dir = to), dir);
}
const named = ({ look, dir, width }) =>
  `${look.colorScheme}, ${look.forcedColors === "active" ? "forced" : "own"} colours, ${dir}, ${width} px`;

/**
 * Every rule at first; then those about anything but colour in each further shape that the page takes, those about colour in
 * each look at each width (the other direction shows the same colours), and what reaches sideways in every way. In the long
 * run every rule in every way. In those of `sideways` only that is looked for which reaches there.
 */
export async function clean(page, ways, sideways = []) {
  const found = [];
  const [shapes, coloured] = [new Set(), new Set()];
  for (const way of [...ways, ...sideways]) {
    await show(page, way);
    await settled(page);
    const over = await overflow(page);
    if (over) found.push(`${named(way)}: reaches sideways out of the window: ${over}`);
    if (!LONG && sideways.includes(way)) continue;
    const [now, colours] = [await shape(page), JSON.stringify([way.look, way.width])];
    const rules = LONG || shapes.size === 0 ? ["all"] : [];
    if (rules.length === 0 && !shapes.has(now)) rules.push("structure");
    if (rules[0] !== "all" && !coloured.has(colours)) rules.push("colours");
    shapes.add(now);
    coloured.add(colours);
    for (const some of rules) for (const one of await violations(page, some)) found.push(`${named(way)}: ${one}`);
  }
  assert.deepEqual(found, []);
}
