/** Assessments and exports that several tests need. */
import { exportAs } from "../boundary/package.mjs";
import { addressOf } from "../browser/support/payloads.mjs";

export const DAY = "2026-11-23";

/** An export as the package makes it, of an assessment or of its text. */
export const make = (name, assessment, options) => exportAs(name, assessment, { day: DAY, ...options });
/** With the mark at its start, where it has one. */
export const textOf = ({ bytes }) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** Puts the texts into every field that takes one, in turn; returns how many fields that is. */
export function fill(assessment, texts) {
  let at = 0;
  const next = () => texts[at++ % texts.length];
  const ids = assessment.report().requirements.map(({ id }) => id);
  assessment.setOrganisation({ name: next(), scope: next(), headcount: 64 });
  assessment.setAssessor(next());
  assessment.setStatement({ version: next(), approver: next() });
  for (const [index, id] of ids.entries()) {
    const control = id.startsWith("A.");
    const reason = next();
    if (control && index % 4 === 0 && reason.trim() !== "") assessment.exclude(id, reason);
    else assessment.respond(id, index % 5 === 0 ? "unknown" : index % 6);
    assessment.annotate(id, {
      note: next(),
      owner: next(),
      evidence: [
        { label: next(), href: addressOf(next()) },
        { label: next(), href: "https://example.com/a?b=c&d" },
      ],
    });
    if (control) assessment.justify(id, { because: ["risk", "contract"], note: next() });
  }
  for (const { key } of assessment.checklist())
    assessment.setDocument(key, "draft", { owner: next(), href: addressOf(next()), note: next() });
  assessment.snapshot(next());
  return at;
}

/** Text that a CSV cannot keep from being taken for a figure, a date or a truth; a workbook can. */
export const guessed = ["0123", "1e5", "1/2", "2026-01-01", "TRUE"];

const formulas = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(1,1)",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://example.com","x")',
  '=IMPORTXML("http://x","//a")',
  "-2+3+cmd|' /C calc'!A0",
  '=WEBSERVICE("http://x")',
  "+49 30 1234",
  "@name",
  "- item one\n- item two",
  "＝1+1",
  "＋1",
  "－1",
  "＠x",
];
const ahead = ["", " ", "\t", "\r", "\n", "\r\n", "'", "''", "\u00a0", "\ufeff", "\u3000"];
export const payloads = [
  ...formulas.flatMap((formula) => ahead.slice(0, 7).map((before) => before + formula)),
  ...ahead.slice(7).map((before) => `${before}=1+1`),
  "a;=1+1",
  "a;'=1+1",
  "a\t=1+1",
  "a\n=1+1",
  "a\n'=1+1",
  "a,=1+1",
  '";=1+1',
  '",=1+1,"',
  "x\r\n@y;-z",
  "\tplain",
  "\nplain",
  "\rplain",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "</style><script>alert(1)</script>",
  "<svg onload=alert(1)>",
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "]]>",
  "<![CDATA[x]]>",
  "<!--",
  "-->",
  "&lt;b&gt;",
  "&#x3c;script>",
  '<!DOCTYPE x [<!ENTITY y "z">]>&y;',
  "[x](javascript:alert(1))",
  "![x](http://x/y.png)",
  "`code`",
  "| a | b |",
  "# heading",
  "* item",
  "1. item",
  "---",
  "***",
  "<b>bold</b>",
  "@everyone",
  "a\\|b",
  "$x$",
  "~~x~~",
  "https://example.com/?a=1&b=2",
  "\u202eevil\u202c",
  "\u2066x\u2069",
  "a\u200bb",
  "\u0000\u0001\u001f\u007f\u009f",
  "\u2028\u2029",
  "שלום עולם",
  "مرحبا",
  "日本語",
  "🧑‍🚒",
  "a\u0301",
  "\ufffe\uffff",
  "_x0041_",
  "_x005F_x0041_",
  "'quoted'",
  "'",
  "''",
  '"',
  '""',
  ...guessed,
  "null",
  "#REF!",
  " leading and trailing ",
  "line\nline\r\nline\rline",
  "Z\u0351\u036b\u0343",
  "x".repeat(9000),
];
