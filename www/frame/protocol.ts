import type { Edition, ResultBinding, ResultEnvelope } from "readiness-core";
import type { Theme } from "../app/model/preferences.js";

export const NS = "iso27001-readiness";
export const VERSION = 1;
/** In bytes of their JSON text. */
const MOST = 64 * 1024;
const MOST_TO_LOAD = 2 * 1024 * 1024;
/** As deep as an assessment file may be, and the message around it. */
const DEEPEST = 34;
const LONGEST_WORD = 64;
/** Of a nonce, and of an audience. */
const LONGEST_BOUND = 256;

export interface Load {
  edition?: Edition;
  mode?: "quick" | "full";
  lang?: string;
  theme?: Theme;
  readonly?: boolean;
  /** The text of an assessment file, or what `JSON.parse` makes of it. */
  assessment?: string | object;
  keepDraft?: boolean;
  /** For which request the result is to be made; null takes it back. */
  binding?: ResultBinding | null;
}
export type Settings = Pick<Load, "lang" | "theme" | "readonly" | "binding">;

export type FromHost =
  | { type: "welcome"; payload: { version: 1 } }
  | { type: "load"; id?: string; payload: Load }
  | { type: "set"; id?: string; payload: Settings }
  | { type: "focus"; id?: string; payload: { id: string } };

export interface ToHost {
  hello: { versions: number[] };
  ready: { engine: string; edition: Edition };
  resize: { height: number };
  dirty: { modified: boolean; answers: { full: number; quick: number } };
  draft: { assessment: string };
  complete: { result: ResultEnvelope };
  error: { code: string; message: string; subject?: string };
  exit: Record<string, never>;
}

export const message = <T extends keyof ToHost>(type: T, payload: ToHost[T], id?: string): object =>
  id === undefined ? { ns: NS, v: VERSION, type, payload } : { ns: NS, v: VERSION, type, id, payload };

type Bag = Record<string, unknown>;
type Test = (value: unknown) => boolean;

const isBag = (value: unknown): value is Bag => {
  if (typeof value !== "object" || value === null) return false;
  const above: unknown = Object.getPrototypeOf(value);
  return above === Object.prototype || above === null;
};
const among =
  (...values: unknown[]): Test =>
  (value) =>
    values.includes(value);
const word: Test = (value) => typeof value === "string" && value.length > 0 && value.length <= LONGEST_WORD;
const flag = among(true, false);
const bound: Test = (value) =>
  value === null ||
  (isBag(value) &&
    [own(value, "nonce"), own(value, "audience")].every(
      (text) => typeof text === "string" && text.length > 0 && text.length <= LONGEST_BOUND,
    ));

const SETTINGS: [string, Test][] = [
  ["lang", (value) => typeof value === "string" && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(value)],
  ["theme", among("system", "light", "dark")],
  ["readonly", flag],
  ["binding", bound],
];
/** What each payload may hold. Whatever else is in it belongs to a later version and is passed over. */
const PAYLOADS = new Map<string, [string, Test][]>([
  ["welcome", [["version", among(VERSION)]]],
  [
    "load",
    [
      ...SETTINGS,
      ["edition", among("2013", "2022")],
      ["mode", among("quick", "full")],
      ["assessment", (value) => typeof value === "string" || isBag(value)],
      ["keepDraft", flag],
    ],
  ],
  ["set", SETTINGS],
  ["focus", [["id", word]]],
]);
const NEEDED = new Map([
  ["welcome", "version"],
  ["focus", "id"],
]);

const own = (bag: Bag, key: string): unknown => (Object.hasOwn(bag, key) ? bag[key] : undefined);

/** A message that has the shape of one that we know, or null: then there is nobody to answer. */
export function read(data: unknown): FromHost | null {
  if (!isBag(data) || own(data, "ns") !== NS || own(data, "v") !== VERSION) return null;
  const type = own(data, "type");
  const fields = typeof type === "string" ? PAYLOADS.get(type) : undefined;
  if (typeof type !== "string" || !fields) return null;
  const id = own(data, "id");
  if (id !== undefined && !word(id)) return null;
  const given = own(data, "payload");
  const payload = given === undefined ? {} : given;
  if (!isBag(payload) || !within(data, type === "load" ? MOST_TO_LOAD : MOST)) return null;
  const known: Bag = {};
  for (const [key, test] of fields) {
    const value = own(payload, key);
    if (value === undefined) {
      if (NEEDED.get(type) === key) return null;
    } else if (!test(value)) return null;
    else known[key] = value;
  }
  return { type, payload: known, ...(id === undefined ? {} : { id }) } as FromHost;
}

/** Plain data of no more than so many bytes as JSON. Counted on the way, so that a huge one is given up early. */
function within(data: unknown, most: number): boolean {
  let left = most;
  const take = (value: unknown, depth: number): boolean => {
    switch (typeof value) {
      case "string":
        left -= value.length + 2;
        break;
      case "number":
        left -= 1;
        if (!Number.isFinite(value)) return false;
        break;
      case "boolean":
        left -= 4;
        break;
      case "undefined":
        break;
      case "object":
        if (value === null) left -= 4;
        else if (depth > DEEPEST) return false;
        else if (Array.isArray(value)) {
          left -= 1 + value.length;
          // A hole in an array is not plain data.
          return (
            left >= 0 && value.every((item) => take(item, depth + 1)) && Object.keys(value).length === value.length
          );
        } else if (isBag(value)) {
          left -= 1;
          return Object.entries(value).every(([key, item]) => {
            left -= key.length + 4;
            return take(item, depth + 1);
          });
        } else return false;
        break;
      default:
        return false;
    }
    return left >= 0;
  };
  return take(data, 0) && left >= 0 && new TextEncoder().encode(JSON.stringify(data)).length <= most;
}
