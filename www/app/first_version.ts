// A first version of a document: its outline, filled with what the assessment knows. What it does not know stays in brackets.
import type { AssessmentFile, DocumentRow, Export } from "./model/wasm.js";
import { nameOf } from "./text/file_name.js";

export type Format = "html" | "markdown";
type Translate = (key: string) => string;
/** A run of text; `isTyped` is what people typed, `isOpen` what they have yet to write. */
interface Run {
  text: string;
  isTyped: boolean;
  isOpen: boolean;
}

const STYLE = `
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.2}h2{font-size:1.15rem;margin:1.6rem 0 .3rem}p{margin:.3rem 0}mark{padding:0 .2em}
@media print{body{margin:0;max-width:none;padding:0}h2{break-after:avoid}}
`;

const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/;

/** Line ends as one sign; what turns the direction of text, or is not seen at all, becomes a mark. As `output/exports/escape.rs` has it. */
const seen = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\r\n?/g, "\n")
    .replace(HIDDEN, (mark) => `[U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`);

const markup = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Markdown that stays text: no mark-up, no tag, no name that a forge would call somebody by. */
function plain(text: string): string {
  const safe = seen(text)
    .replace(/[\\`*_{}[\]<>()#|~!$^=]/g, "\\$&")
    .replace(/[&@]/g, (sign) => (sign === "&" ? "&amp;" : "&#64;"))
    .replace(/^(\s*)([-+]|\d+(?=[.)]))/, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    )
    .replace(/\t/g, " ")
    .replace(/\n/g, "<br>");
  // Isolated, so that it cannot turn what stands beside it.
  return RIGHT_TO_LEFT.test(text) ? `\u2068${safe}\u2069` : safe;
}

function filled(text: string, values: Record<string, string>, t: Translate): Run[] {
  return text
    .split(/\{(\w+)\}/)
    .map((part, index) => {
      if (index % 2 === 0) return { text: part, isTyped: false, isOpen: false };
      const value = (values[part] ?? "").trim();
      return value === ""
        ? { text: `[${t(`first-version.${part}`)}]`, isTyped: false, isOpen: true }
        : { text: value, isTyped: true, isOpen: false };
    })
    .filter(({ text: run }) => run !== "");
}

const htmlOf = ({ text, isTyped, isOpen }: Run): string => {
  const safe = markup(seen(text)).replaceAll("\n", "<br>");
  return isOpen ? `<mark>${safe}</mark>` : isTyped ? `<bdi>${safe}</bdi>` : safe;
};

/** The document as a file; `day` stands in its name alone. */
export function firstVersion(
  document: DocumentRow,
  file: AssessmentFile,
  format: Format,
  t: Translate,
  day: string,
  language: string,
): Export {
  const values = {
    organisation: file.organisation?.name ?? "",
    scope: file.organisation?.scope ?? "",
    owner: file.documents?.[document.key]?.owner ?? "",
  };
  const sections = document.outline.map(({ heading, text }) => ({ heading, runs: filled(text, values, t) }));
  const note = t("first-version.note");
  const about: [label: string, runs: Run[]][] = [
    [t("about.name"), filled("{organisation}", values, t)],
    [t("notes.owner"), filled("{owner}", values, t)],
    [t("first-version.version"), filled("0.1", values, t)],
  ];
  const isHtml = format === "html";
  const write = isHtml ? html : markdown;
  return {
    name: `${nameOf(file) || "iso27001"}-${day}-${document.key.replaceAll("_", "-")}.${isHtml ? "html" : "md"}`,
    type: isHtml ? "text/html" : "text/markdown",
    bytes: new TextEncoder().encode(write(document.name, note, about, sections, language)),
  };
}

type Section = { heading: string; runs: Run[] };

function markdown(title: string, note: string, about: [string, Run[]][], sections: Section[]): string {
  const of = (runs: Run[]): string => runs.map(({ text }) => plain(text)).join("");
  return `${[
    `# ${plain(title)}`,
    plain(note),
    about.map(([label, runs]) => `- ${plain(label)}: ${of(runs)}`).join("\n"),
    ...sections.flatMap(({ heading, runs }) => [`## ${plain(heading)}`, of(runs)]),
  ].join("\n\n")}\n`;
}

/** Without a script, and without anything that comes from elsewhere: its own policy forbids both. */
function html(title: string, note: string, about: [string, Run[]][], sections: Section[], language: string): string {
  const of = (runs: Run[]): string => runs.map(htmlOf).join("");
  return `<!doctype html>
<html lang="${markup(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${markup(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${markup(title)}</h1>
<p>${markup(note)}</p>
<ul>
${about.map(([label, runs]) => `<li>${markup(label)}: ${of(runs)}</li>`).join("\n")}
</ul>
${sections.map(({ heading, runs }) => `<h2>${markup(heading)}</h2>\n<p>${of(runs)}</p>`).join("\n")}
</main>
</body>
</html>
`;
}
