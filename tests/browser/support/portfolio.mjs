// Made assessments and results of many vendors, packed as a reviewer gets them.
import { strToU8, zipSync } from "fflate";
import { chance } from "./chance.mjs";
import { Assessment, catalog, ready } from "./core.mjs";

await ready();

/** An assessment with answers by chance, each in its own way good or bad. */
export function made(number, { edition = "2022", name = `Vendor ${number}`, change } = {}) {
  const { below, odds, pick } = chance(number);
  const { clauses, controls, documents } = catalog(edition);
  const assessment = Assessment.create(edition, { organisation: { name }, id: `vendor-${number}` });
  const level = () => Math.min(5, below(3) + (number % 4));
  for (const { id } of [...clauses.filter(({ requirement }) => requirement), ...controls])
    if (odds(90)) assessment.respond(id, odds(5) ? "unknown" : level());
  for (const { key } of documents) assessment.setDocument(key, pick(["missing", "draft", "in-force"]));
  change?.(assessment);
  const [text, result] = [assessment.toJSON(), JSON.stringify(assessment.result())];
  const summary = assessment.summary();
  assessment.free();
  return { text, result, summary };
}

/** A claim that its answers do not bear out. */
export function forged(result) {
  const envelope = JSON.parse(result);
  envelope.report.overall = { low: 9900, high: 9900 };
  return JSON.stringify(envelope);
}

/** An archive of texts by name. */
export const packed = (files) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === "string" ? strToU8(text) : text]),
    ),
  );
