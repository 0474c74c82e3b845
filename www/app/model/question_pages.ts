// The questions of an edition as pages, and lookups by id.
import {
  catalog,
  type Area,
  type Catalog,
  type ClauseRequirement,
  type Control,
  type DocumentRow,
  type Edition,
} from "./wasm.js";

export type Requirement = ClauseRequirement | Control;
/** One page of questions. Items are requirement ids, or a single `area:key` in the quick scan. */
export interface Section {
  id: string;
  /** Clause number or group id that it belongs to. */
  group: string | null;
  /** Number or id that stands before the title. */
  number: string;
  title: string;
  items: string[];
  area: Area | null;
}

/** The catalog of an edition with the lookups that the views need. */
export interface QuestionIndex {
  catalog: Catalog;
  requirements: Map<string, Requirement>;
  areas: Map<string, Area>;
  documents: Map<string, DocumentRow>;
  full: Section[];
  quick: Section[];
  sectionOf(requirement: string): Section | undefined;
}

export const isControl = (requirement: Requirement): requirement is Control => "group" in requirement;
export const clauseOf = (id: string): string => id.split(".")[0] ?? id;

const built = new Map<Edition, QuestionIndex>();

/** The catalog has changed: the rest of the texts has come. */
export const invalidate = (): void => built.clear();

export function questionIndex(edition: Edition): QuestionIndex {
  let found = built.get(edition);
  if (!found) built.set(edition, (found = build(catalog(edition))));
  return found;
}

function build(catalog: Catalog): QuestionIndex {
  const clauses = catalog.clauses
    .filter((clause): clause is ClauseRequirement => clause.requirement)
    // Several clauses have this title, and lists show it without the clause above it.
    .map((clause) =>
      clause.title === "General" && clause.shortName ? { ...clause, title: clause.shortName } : clause,
    );
  const requirements = new Map<string, Requirement>([...clauses, ...catalog.controls].map((one) => [one.id, one]));
  const areas = new Map(catalog.areas.map((area) => [area.key, area]));
  const ofClauses = catalog.areas.filter((area) => !area.refs[0]?.startsWith("A."));
  const ofControls = catalog.areas.filter((area) => area.refs[0]?.startsWith("A."));
  const groupOf = (area: Area): string | null => {
    const first = requirements.get(area.refs[0] ?? "");
    return first && isControl(first) ? first.group : null;
  };
  // Four themes make a page each; the fourteen groups of 2013 are one question each and share a page.
  const grouped = catalog.groups.length < ofControls.length;
  const numbers = [...new Set(clauses.map((clause) => clauseOf(clause.id)))];
  const full: Section[] = [
    ...numbers.map((number) => ({
      id: number,
      group: null,
      number,
      title: catalog.clauses.find((clause) => clause.id === number)?.title ?? number,
      items: clauses.filter((clause) => clauseOf(clause.id) === number).map((clause) => clause.id),
      area: null,
    })),
    ...ofControls.map((area) => ({
      id: area.key,
      group: groupOf(area),
      // In 2013 every group is one page and gives it its number.
      number: grouped ? "" : (groupOf(area) ?? ""),
      title: area.title,
      items: area.refs,
      area,
    })),
  ];
  const quick: Section[] = [...ofClauses, ...ofControls].map((area) => ({
    id: `quick-${area.key}`,
    group: groupOf(area),
    number: "",
    title: area.title,
    items: [`area:${area.key}`],
    area: null,
  }));
  const owner = new Map(full.flatMap((section) => section.items.map((item) => [item, section] as const)));
  return {
    catalog,
    requirements,
    areas,
    documents: new Map(catalog.documents.map((document) => [document.key, document])),
    full,
    quick,
    sectionOf: (requirement) => owner.get(requirement),
  };
}
