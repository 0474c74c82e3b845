import type { ClauseRequirement, Control } from "../app/model/wasm.js";
import { basis, type Source, type Words } from "./source.js";
import { evidence, level } from "./tables.js";
import { address, seen } from "./text.js";
import { namer, uuid } from "./uuid.js";

const VERSION = "1.1.3";
/** Under this name stands what OSCAL has no word for: our questions, levels and scores. */
const OURS = "urn:iso27001-readiness";
const EPOCH = "1970-01-01T00:00:00Z";

const token = (id: string): string => (/^\d/.test(id) ? `clause-${id}` : id);
const prop = (name: string, value: string | number): object => ({ name, ns: OURS, value: String(value) });
// A line is all that a property or a title holds.
const line = (text: string): string => seen(text).replace(/\s+/g, " ").trim();

const write = (root: string, body: object): string => `${JSON.stringify({ [root]: body }, null, 2)}\n`;

function metadata(source: Source, words: Words, title: string, modified: string): object {
  return {
    title,
    "last-modified": modified,
    version: source.version,
    "oscal-version": VERSION,
    props: [prop("method", source.report.method), prop("edition", source.catalog.edition)],
    remarks: `${basis(source, words)}. ${words.t("exports.disclaimer")}`,
  };
}

/** Ids and titles as published, and our questions under our own name; no text of the standard. */
export function oscalCatalog(source: Source, words: Words): string {
  const { catalog } = source;
  const control = (one: ClauseRequirement | Control, kind: string): object => ({
    id: token(one.id),
    class: kind,
    title: one.title,
    props: [
      { name: "label", value: one.id },
      prop("effort", one.effort),
      prop("area", one.area),
      ...one.kinds.map((name) => prop("kind", name)),
    ],
    parts: [
      { id: `${token(one.id)}_question`, name: "question", ns: OURS, prose: one.statement },
      { id: `${token(one.id)}_guidance`, name: "assessment-guidance", ns: OURS, prose: one.guidance },
    ],
  });
  const asked = catalog.clauses.filter((one): one is ClauseRequirement => one.requirement);
  const chapter = (id: string): string => id.split(".")[0] ?? id;
  const clauses = catalog.clauses
    .filter(({ id }) => id === chapter(id) && asked.some((one) => chapter(one.id) === id))
    .map(({ id, title }) => ({
      id: token(id),
      class: "clause",
      title,
      controls: asked.filter((one) => chapter(one.id) === id).map((one) => control(one, "requirement")),
    }));
  const groups = catalog.groups.map(({ id, title }) => {
    const members = catalog.controls.filter(({ group }) => group === id);
    const categories = new Map(
      members.flatMap(({ category }) => (category ? [[category.id, category.title] as const] : [])),
    );
    const under = (category: string | null): object[] =>
      members.filter((one) => (one.category?.id ?? null) === category).map((one) => control(one, "control"));
    return {
      id: token(id),
      class: "group",
      title,
      ...(categories.size > 0
        ? {
            groups: [...categories].map(([key, name]) => ({
              id: key,
              class: "category",
              title: name,
              controls: under(key),
            })),
          }
        : { controls: under(null) }),
    };
  });
  return write("catalog", {
    uuid: uuid(`catalog ${catalog.edition} ${source.version}`),
    metadata: metadata(source, words, `${catalog.name}: ${words.t("exports.oscal.catalog")}`, EPOCH),
    groups: [...clauses, ...groups],
  });
}

/** Every answer as an observation; what is answered and applies has a finding as well. */
export function oscalResults(source: Source, words: Words): string {
  const { t, range } = words;
  const { report, file, catalog, text } = source;
  // Names follow from what they name: another assessment has others.
  const name = namer(`${text} ${source.version} `);
  const at = file.modified || file.created || EPOCH;
  const titles = new Map([...catalog.clauses, ...catalog.controls].map(({ id, title }) => [id, title]));
  const answered = report.requirements.filter(({ answer }) => answer !== null);
  const observations = answered.map(({ id, answer, provisional }) => {
    const own = file.requirements?.[id];
    const links = (own?.evidence ?? []).map(({ label, href }) => ({ label, href, to: address(href) }));
    const said = answer === "not-applicable" ? t("answer.not-applicable") : level(source, words, answer, provisional);
    const reason = source.statement.find((row) => row.id === id && row.applicable === false)?.reason ?? "";
    const unlinked = evidence(links.filter(({ to }) => to === null));
    const remarks = [own?.note ?? "", unlinked].filter(Boolean).map(seen).join("\n\n");
    return {
      uuid: name(`observation ${id}`),
      title: `${id} ${titles.get(id) ?? ""}`,
      description: reason ? `${said}: ${seen(reason)}` : said,
      props: [
        prop("answer", answer ?? ""),
        prop("provisional", String(provisional)),
        ...(own?.owner && line(own.owner) ? [prop("owner", line(own.owner))] : []),
      ],
      methods: ["UNKNOWN"],
      types: ["control-objective"],
      ...(links.some(({ to }) => to)
        ? {
            "relevant-evidence": links.flatMap(({ label, href, to }) =>
              to ? [{ href: to, description: seen(label || href) }] : [],
            ),
          }
        : {}),
      collected: own?.modified || at,
      ...(remarks ? { remarks } : {}),
    };
  });
  const findings = answered.flatMap(({ id, finding, low }) =>
    finding === null
      ? []
      : [
          {
            uuid: name(`finding ${id}`),
            title: `${id} ${titles.get(id) ?? ""}`,
            description: `${t("finding.kind")}: ${t(`finding.${finding}`)}`,
            props: [prop("finding", finding), prop("score", low ?? 0)],
            target: {
              type: "objective-id",
              "target-id": `${token(id)}_question`,
              status: { state: finding === "none" ? "satisfied" : "not-satisfied" },
            },
            "related-observations": [{ "observation-uuid": name(`observation ${id}`) }],
          },
        ],
  );
  const organisation = line(file.organisation?.name ?? "");
  const plan = uuid(`method ${report.method}`);
  return write("assessment-results", {
    uuid: name("results"),
    metadata: metadata(
      source,
      words,
      organisation ? `${t("exports.heading")}: ${organisation}` : t("exports.heading"),
      at,
    ),
    "import-ap": { href: `#${plan}`, remarks: t("exports.oscal.plan") },
    results: [
      {
        uuid: name("result"),
        title: t("exports.heading"),
        description: `${t("result.overall")}: ${range(report.overall)}. ${t("result.findings.text")}`,
        start: at,
        props: [
          prop("target", file.target),
          prop("overall-low", report.overall.low),
          prop("overall-high", report.overall.high),
          ...report.stages.map(({ stage, state }) => prop(`stage-${stage}`, state)),
        ],
        "reviewed-controls": {
          "control-selections": [
            { "include-controls": report.requirements.map(({ id }) => ({ "control-id": token(id) })) },
          ],
        },
        ...(observations.length > 0 ? { observations } : {}),
        ...(findings.length > 0 ? { findings } : {}),
      },
    ],
    "back-matter": {
      resources: [
        { uuid: plan, title: t("exports.method", { method: report.method }), description: t("exports.oscal.plan") },
      ],
    },
  });
}
