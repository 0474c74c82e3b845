import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

export const load = (name) =>
  JSON.parse(readFileSync(new URL(`../../../dist/npm/schema/${name}.json`, import.meta.url), "utf8"));

const ajv = new Ajv({
  allErrors: false,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  validateFormats: false,
});
for (const name of ["assessment-v1", "result-v1", "frame-v1"]) ajv.addSchema(load(name));
const urn = (name) => `urn:iso27001-readiness:schema:${name}`;

export const assessment = ajv.getSchema(urn("assessment-v1"));
export const result = ajv.getSchema(urn("result-v1"));
export const fromHost = ajv.getSchema(`${urn("frame-v1")}#/$defs/from-host`);
export const fromFrame = ajv.getSchema(`${urn("frame-v1")}#/$defs/from-frame`);

export function holds(validate, value, what = "") {
  assert.ok(validate(value), `${what} ${JSON.stringify(validate.errors)} in ${JSON.stringify(value)?.slice(0, 200)}`);
}
