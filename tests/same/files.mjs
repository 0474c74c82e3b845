// Assessment files of every kind, the same in each run: what people, other programs and newer versions could have written.

import { chance } from "../browser/support/chance.mjs";

/** How many. */
export const COUNT = 1_000;

/** What people write, in many scripts, and what they paste. */
const TEXTS = [
  "",
  "Reviewed in the last quarter.",
  "Prüfung läuft – später mehr",
  "Η πολιτική εγκρίθηκε",
  "Политика утверждена",
  "تمت الموافقة على السياسة",
  "המדיניות אושרה",
  "नीति स्वीकृत है",
  "นโยบายได้รับการอนุมัติ",
  "方针已经批准",
  "方針は承認済み、ﾊﾝｶｸ",
  "정책이 승인되었습니다",
  "👩‍💻🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇪🇺",
  "é and e\u0301, ﬁ and fi, İ and ı",
  "\u202eover\u202c \u2068isolated\u2069",
  "line\nbreak\ttab\r\n",
  "\u0000\u0001\u001f\u007f\u0085\u2028\u2029\ufeff\uffff",
  'quotes " and \\ and / and </script>',
  "=1+1",
  "\ud834\udd1e\u{10ffff}\ufb33",
];
const KEYS = [
  "x",
  "",
  "__proto__",
  "constructor",
  "toString",
  "1",
  "0",
  "10",
  "-1",
  "é",
  "\ufb33",
  "😀",
  "\u0000",
  'a"b',
  "a\\b",
  "toJSON",
  "length",
];
/** As they stand in a file; each is the same number to every reader that knows doubles. */
const NUMBERS = [
  "0",
  "-0",
  "1.50",
  "-12.5e3",
  "123456789012345",
  "1e21",
  "1E+20",
  "1e-6",
  "1e-7",
  "1e300",
  "1.7976931348623157e308",
  "5e-324",
  "0.1",
  "3.141592653589793",
];

/** A number with the spelling that it has in the file. */
class Spelt {
  constructor(text) {
    this.text = text;
  }
}

function unknown(d, depth = 0) {
  const sort = d.below(depth > 3 ? 4 : 6);
  if (sort === 0) return d.pick([null, true, false]);
  if (sort < 3) return new Spelt(d.pick(NUMBERS));
  if (sort === 3) return d.pick(TEXTS);
  if (sort === 4) return Array.from({ length: d.below(4) }, () => unknown(d, depth + 1));
  return members(d, depth + 1);
}

/** Members as pairs, since an object of JavaScript puts keys in an order of its own. */
class Members {
  constructor(pairs) {
    this.pairs = pairs;
  }
}
function members(d, depth, known = {}) {
  const pairs = Object.entries(known).filter(([, value]) => value !== undefined);
  const taken = new Set(pairs.map(([key]) => key));
  for (let count = d.odds(depth > 0 ? 60 : 8) ? d.below(4) : 0; count > 0; count--) {
    const key = d.pick(KEYS);
    if (!taken.has(key)) pairs.push([key, unknown(d, depth)]);
    taken.add(key);
  }
  return new Members(pairs);
}

function quoted(d, text) {
  let out = '"';
  for (const unit of text.split("")) {
    const escape = `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
    if (unit < " ") out += escape;
    else if (unit === '"' || unit === "\\") out += d.odds(50) ? `\\${unit}` : escape;
    // Half of a pair is escaped only where the whole pair is.
    else if (unit >= "\ud800" && unit < "\ue000") out += unit;
    else out += d.odds(3) ? (d.odds(50) ? escape : escape.toUpperCase().replace("\\U", "\\u")) : unit;
  }
  return `${out}"`;
}

function shuffled(d, list) {
  const out = [...list];
  for (let place = out.length - 1; place > 0; place--) {
    const other = d.below(place + 1);
    [out[place], out[other]] = [out[other], out[place]];
  }
  return out;
}

/** JSON with keys in any order and white space anywhere. */
function written(d, value) {
  const space = () => (d.odds(5) ? d.pick([" ", "\n", "\t", "\r\n  "]) : "");
  if (value instanceof Spelt) return value.text;
  if (value instanceof Members) {
    const pairs = shuffled(d, value.pairs).map(
      ([key, of]) => `${space()}${quoted(d, key)}${space()}:${space()}${written(d, of)}${space()}`,
    );
    return `{${pairs.join(",")}}`;
  }
  if (Array.isArray(value)) return `[${value.map((of) => space() + written(d, of) + space()).join(",")}]`;
  return typeof value === "string" ? quoted(d, value) : String(value);
}

const maybe = (d, percent, make) => (d.odds(percent) ? make() : undefined);
const date = (d) => `20${20 + d.below(10)}-0${1 + d.below(9)}-${10 + d.below(19)}`;

function response(d, control, answer, rich) {
  const text = (percent) => maybe(d, rich ? percent : 0, () => d.pick(TEXTS));
  return members(d, 0, {
    answer,
    reason: answer === "not-applicable" ? `none: ${d.pick(TEXTS)}` : text(5),
    note: text(40),
    owner: text(30),
    due: maybe(d, rich ? 20 : 0, () => date(d)),
    evidence: maybe(d, rich ? 20 : 0, () =>
      Array.from({ length: d.below(3) }, () =>
        members(d, 0, {
          label: d.pick(TEXTS),
          href: maybe(d, 70, () =>
            d.pick(["https://example.com/a?b=c", "mailto:a@example.com", "HTTP://example.com/ü", ""]),
          ),
        }),
      ),
    ),
    inclusion: control
      ? maybe(d, rich ? 15 : 0, () =>
          members(d, 0, {
            because: d.pick([[], ["law"], ["risk", "law", "risk"], ["good-practice", "contract"]]),
            note: text(50),
          }),
        )
      : undefined,
    provenance: maybe(d, rich ? 5 : 0, () => ["Alex: 2", d.pick(TEXTS)]),
    modified: maybe(d, 20, () => `${date(d)}T10:00:00Z`),
  });
}

function file(seed, catalog) {
  const d = chance(seed);
  const kind = ["empty", "quick", "full", "mixed", "mixed"][seed % 5];
  const rich = d.odds(50);
  const filled = d.pick([3, 30, 70, 100]);
  const answer = d.pick([
    () => d.pick([0, 1, 2, 3, 4, 5, "unknown"]),
    () => d.pick([3, 4, 5]),
    () => d.pick([0, 1, "unknown"]),
    () => d.pick([new Spelt("3.0"), new Spelt("20e-1"), 5]),
  ]);
  const excluded = d.pick([0, 10, 100]);
  const answers = (list, percent, isControl) =>
    new Members(
      list
        .filter(() => d.odds(percent))
        .map((one) => {
          const control = isControl(one);
          const said = control && d.odds(excluded) ? "not-applicable" : maybe(d, 95, answer);
          return [one.id ?? one.key, response(d, control, said, rich)];
        }),
    );
  const leaves = [...catalog.clauses.filter((clause) => clause.requirement), ...catalog.controls];
  const whole = members(d, rich ? 1 : 0, {
    format: "iso27001-readiness/assessment",
    version: 1,
    edition: catalog.edition,
    target: maybe(d, 80, () => 1 + d.below(5)),
    id: maybe(d, 50, () => `same-${seed}`),
    assessor: maybe(d, 50, () => d.pick(TEXTS)),
    created: maybe(d, 50, () => `${date(d)}T08:00:00.000Z`),
    modified: maybe(d, 50, () => `${date(d)}T09:00:00+02:00`),
    organisation: maybe(d, 60, () =>
      members(d, 0, { name: d.pick(TEXTS), headcount: maybe(d, 70, () => 1 + d.below(5_000)), scope: d.pick(TEXTS) }),
    ),
    statement: maybe(d, 40, () =>
      members(d, 0, { version: d.pick(TEXTS), approver: d.pick(TEXTS), date: d.pick(["", date(d)]) }),
    ),
    requirements:
      kind === "empty" || kind === "quick" ? undefined : answers(leaves, filled, (one) => one.id.startsWith("A.")),
    areas:
      kind === "empty" || kind === "full"
        ? undefined
        : answers(catalog.areas, filled, (one) => one.refs[0].startsWith("A.")),
    documents: maybe(
      d,
      70,
      () =>
        new Members(
          catalog.documents
            .filter(() => d.odds(filled))
            .map((one) => [
              one.key,
              members(d, 0, {
                status: maybe(d, 90, () => d.pick(["missing", "draft", "in-force"])),
                owner: maybe(d, 20, () => d.pick(TEXTS)),
                href: maybe(d, 20, () => "https://example.com"),
                note: maybe(d, 20, () => d.pick(TEXTS)),
              }),
            ]),
        ),
    ),
    snapshots: maybe(d, 40, () =>
      Array.from({ length: d.below(4) }, () => {
        const low = d.below(10_001);
        return members(d, 0, {
          at: maybe(d, 90, () => `${date(d)}T10:00:00Z`),
          label: maybe(d, 90, () => d.pick(TEXTS)),
          overall: members(d, 0, { low, high: low + d.below(10_001 - low) }),
        });
      }),
    ),
  });
  return `${d.odds(10) ? "\ufeff" : ""}${written(d, whole)}${d.pick(["", "\n"])}`;
}

/** The texts of the files. `catalogs` are those of both editions. */
export function files(catalogs) {
  return Array.from({ length: COUNT }, (_, seed) => file(seed, catalogs[seed % catalogs.length]));
}
