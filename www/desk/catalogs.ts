// Names of both editions, by id.
import type { Catalog } from "../app/model/wasm.js";

type Catalogs = ReadonlyMap<string, Catalog>;

/** Titles of requirements; where both editions have an id, the newer one names it. */
export function requirementsOf(catalogs: Catalogs): Map<string, string> {
  const found = new Map<string, string>();
  for (const { clauses, controls } of catalogs.values())
    for (const { id, title } of [...clauses.filter(({ requirement }) => requirement), ...controls])
      if (!found.has(id)) found.set(id, title);
  return found;
}

/** Topics of these editions, or of all. */
export function topicsOf(catalogs: Catalogs, editions?: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const { areas, edition } of catalogs.values())
    if (!editions || editions.has(edition))
      for (const { key, title } of areas) if (!found.has(key)) found.set(key, title);
  return found;
}

export const levelName = (catalogs: Catalogs, level: number): string => catalogs.get("2022")?.levels[level]?.name ?? "";
