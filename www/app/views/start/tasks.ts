// The start once there are answers: what is done, what comes next, and one button that leads there.
import { html, nothing, type TemplateResult } from "lit";
import { coverageText, meter } from "../../components/coverage.js";
import { icon } from "../../components/icon.js";
import { bar } from "../../components/interval.js";
import { progressOf, scanned } from "../../components/sections.js";
import type { Section } from "../../model/question_pages.js";
import type { Page } from "../../page.js";
import { link, type View } from "../../router.js";
import { overallRange } from "../../text/format.js";
import { t, tt } from "../../text/messages.js";
import { unreasoned } from "../statement/row_text.js";
import { below } from "./below.js";

interface Task {
  name: "quick" | "documents" | "confirm" | "statement" | "report";
  view: View;
  href: string;
  /** Its progress; a task without an end has none. */
  n?: number;
  of?: number;
  /** More is answered in full already, so nobody is led back to it. */
  needless?: boolean;
}

const unfinished = ({ n, of, needless }: Task): boolean => n !== undefined && n < (of ?? 0) && !needless;

/** The way from the first answer to the report, in the order in which it is walked. */
function tasksOf(page: Page): Task[] {
  const { host, questions, report, store } = page;
  const { answered, applicable } = report.coverage;
  const scan = scanned(page);
  const standing = new Map(report.requirements.map((one) => [one.id, one]));
  const questionsAt = (list: Section[]): string => {
    const at = list.find((section) => progressOf(page, section, standing).done < section.items.length) ?? list[0];
    return at ? link("assess", at.id) : link("assess");
  };
  const wanted = store.checklist.filter((row) => row.required);
  const decided = store.statement.filter((row) => row.applicable !== null && !unreasoned(row));
  const tasks: Task[] = [
    {
      name: "quick",
      view: "assess",
      href: questionsAt(questions.quick),
      ...scan,
      needless: answered > scan.n,
    },
    {
      name: "documents",
      view: "documents",
      href: link("documents"),
      n: wanted.filter((row) => row.status !== null).length,
      of: wanted.length,
    },
    { name: "confirm", view: "assess", href: questionsAt(questions.full), n: answered, of: applicable },
    {
      name: "statement",
      view: "statement",
      href: link("statement"),
      n: decided.length,
      of: store.statement.length,
    },
    { name: "report", view: "report", href: link("report") },
  ];
  const gone = { quick: questions.quick.length === 0, confirm: questions.full.length === 0 };
  return tasks.filter(({ name, view }) => !host?.hides(view) && !gone[name as "quick" | "confirm"]);
}

export function tasks(page: Page): TemplateResult {
  const { overall, coverage } = page.report;
  const list = tasksOf(page);
  const next = list.find(unfinished) ?? list.at(-1);
  return html`<div class="start">
    <div class="lead">
      <h1 id="title" tabindex="-1">${t("tasks.title")}</h1>
      <p class="resume">
        <strong class="figure">${overallRange(page.report)}</strong>
        <span class="quiet">${coverageText(coverage)}</span>
      </p>
      ${bar(overall)}
      ${
        next
          ? html`<p>
              <a class="button primary" href=${next.href}>${t("start.continue", { task: tt(`tasks.${next.name}`) })}${icon("next")}</a>
            </p>`
          : nothing
      }
    </div>
    <ol class="tasks" aria-label=${t("tasks.list")}>
      ${list.map((task) => row(task, task === next))}
    </ol>
    ${below(page)}
  </div>`;
}

function row(task: Task, next: boolean): TemplateResult {
  const { name, href, n, of = 0, needless } = task;
  const done = n !== undefined && n >= of;
  const said = done
    ? t("tasks.done")
    : needless
      ? t("tasks.needless")
      : n === undefined
        ? nothing
        : t("tasks.progress", { n, of });
  return html`<li data-next=${next ? "" : nothing}>
    <div>
      <a href=${href} aria-describedby="task-${name}">${tt(`tasks.${name}`)}</a>
      <p class="quiet">${tt(`tasks.${name}.text`)}</p>
    </div>
    <div class="far">
      <span class="figure" id="task-${name}">${done ? icon("met") : nothing}${said}</span>
      ${n === undefined || needless ? nothing : meter(n, 0, of)}
    </div>
  </li>`;
}
