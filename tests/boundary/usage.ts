// A portal's use of the package, compiled with --strict: what the typings promise, and what they must refuse.
import {
  type Answer,
  Assessment,
  type AssessmentFile,
  type Catalog,
  catalog,
  type Control,
  type Edition,
  type ReadinessError,
  ready,
  type Proposal,
  type ProposedChange,
  readyDeferred,
  readyExchange,
  type Report,
  type Summary,
} from "iso27001-readiness";
import { type Export, exportAs, exportNames, type Filled, fill, firstVersion } from "iso27001-readiness/exports";
import { oscalBundle, readOscal } from "iso27001-readiness/oscal";

export async function use(wasm: URL): Promise<Report> {
  await ready();
  await ready(wasm);
  const edition: Edition = "2022";
  const data: Catalog = catalog(edition);
  const sections: string[] = data.documents.flatMap(({ outline }) =>
    outline.map(({ heading, text }) => heading + text),
  );
  sections.push(...data.controls.map((control) => control.exclusionText));
  const fresh: Control[] = data.controls.filter((control) => control.isNew);
  for (const clause of data.clauses) {
    // Only a requirement has a question.
    if (clause.requirement) clause.statement.concat(clause.question, ...clause.levels, clause.shortName);
    // @ts-expect-error a heading has none
    else clause.statement;
  }

  const a = Assessment.create(edition, { target: 3, organisation: { name: "Example", headcount: 120 } });
  const answers: Answer[] = [0, 5, "unknown"];
  for (const answer of answers) a.respond("A.5.1", answer);
  // @ts-expect-error six is no level
  a.respond("A.5.1", 6);
  // @ts-expect-error not applicable needs a reason, and has its own call
  a.respond("A.5.1", "not-applicable");
  // @ts-expect-error there is no such edition
  Assessment.create("2005");
  a.exclude("A.7.4", "no premises");
  a.annotate("A.5.1", { owner: "CISO", evidence: [{ label: "policy", href: "https://example.org/policy" }] });
  a.justify("A.5.1", { because: ["risk", "law"], note: "" });
  a.setDocument("isms_scope", "in-force", { owner: "CISO" });
  a.setDocument("isms_scope", null);
  const gain: number = a.whatIf("A.5.1", 3) + a.whatIf("document:isms_scope", "in-force") + fresh.length;

  const summary: Summary = a.summary();
  const parts: number | undefined = summary.parts.controls?.low;
  const months: number | undefined = a.estimate()?.months.likely.low;
  const owners: string[] = [...a.soa().map((row) => row.owner), ...a.checklist().map((row) => row.owner)];
  const [first] = a.plan().actions;
  first?.gates.concat(owners, String(gain), String(parts), String(months));

  const file = JSON.parse(a.toJSON()) as AssessmentFile;
  file.requirements?.["A.5.1"]?.answer;
  try {
    Assessment.parse("{}");
  } catch (error) {
    const { code, subject } = error as ReadinessError;
    `${code} ${subject}`.trim();
  }
  await readyDeferred();
  const proposal: Proposal = a.propose([{ name: "SoA", rows: [["Control", "Status"]] }], {
    words: { umgesetzt: 3, "see ticket": null },
    columns: { SoA: { status: "C", due: null } },
    edition: "2013",
  });
  // @ts-expect-error no column holds that
  a.propose([], { columns: { SoA: { colour: "C" } } });
  // @ts-expect-error no word means that
  a.propose([], { words: { umgesetzt: "yes" } });
  const isAnswer = (change: ProposedChange): boolean => change.field === "answer" && change.to !== null;
  a.apply(proposal, { only: isAnswer });
  a.apply({ changes: proposal.changes.filter(({ source }) => source.row > 1) });
  const made: Export[] = exportNames().map((name) => exportAs(name, a, { day: "2026-11-23", anonymous: true }));
  made.push(exportAs("workbook", a.toJSON()), firstVersion("isms_scope", "markdown", a, { day: "2026-11-23" }));
  for (const { name, type, bytes } of made) new File([new Blob([bytes], { type })], name);
  await readyExchange(wasm);
  const filled: Filled = await fill(new ArrayBuffer(8), proposal, a, { encoding: "utf-8" });
  const unsaid: string[] = [...filled.missing, ...filled.kept.map(({ value, reason }) => value + reason)];
  made.push(oscalBundle(a, { anonymous: true }), { name: "own.xlsx", type: "", bytes: filled.bytes });
  a.propose([readOscal(unsaid.join())]);
  // @ts-expect-error of the changes alone nothing is known of the file
  await fill(new Uint8Array(8), { changes: proposal.changes }, a);
  // @ts-expect-error nothing is exported as that
  exportAs("pdf", a);
  // @ts-expect-error nor written as that
  firstVersion("isms_scope", "pdf", a);
  // @ts-expect-error made by create, parse or example alone
  new Assessment();
  const report = a.report();
  a.free();
  return report;
}
