// A first version of a document: its outline, filled with what the assessment knows. What it does not know stays in brackets.
import type { AssessmentFile, DocumentRow } from "../app/model/wasm.js";
import { plain } from "./markdown.js";
import { nameOf } from "./name.js";
import type { Made } from "./source.js";
import { markup, seen } from "./text.js";

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
): Made {
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
    content: write(document.name, note, about, sections, language),
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
