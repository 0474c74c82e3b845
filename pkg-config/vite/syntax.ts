// Walking a syntax tree in ESTree's form, as Vite's own parser gives it.

export interface Node {
  type: string;
  start: number;
  end: number;
  [member: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** A node and all below it. */
export function nodesOf(root: unknown): Node[] {
  if (Array.isArray(root)) return root.flatMap(nodesOf);
  return isNode(root) ? [root, ...Object.values(root).flatMap(nodesOf)] : [];
}

/** A reference to another module in the source of one: what it takes from there at run time. */
export interface Reference {
  source: string;
  /** Names it takes; `null` stands for the namespace or for all. Empty where it is imported for its effect. */
  names: (string | null)[];
}

/** The references of a module, without those that only the compiler reads. */
export function referencesOf(program: unknown): Reference[] {
  return ((program as { body: Node[] }).body ?? []).flatMap((statement): Reference[] => {
    const source = (statement["source"] as { value: string } | null | undefined)?.value;
    if (source === undefined || statement["importKind"] === "type" || statement["exportKind"] === "type") return [];
    if (statement.type === "ExportAllDeclaration") return [{ source, names: [null] }];
    const specifiers = (statement["specifiers"] as Node[]) ?? [];
    const taken = specifiers.filter((one) => one["importKind"] !== "type" && one["exportKind"] !== "type");
    if (specifiers.length > 0 && taken.length === 0) return [];
    return [{ source, names: taken.map(nameOf) }];
  });
}

function nameOf(specifier: Node): string | null {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  if (specifier.type === "ImportNamespaceSpecifier") return null;
  const name = (specifier["imported"] ?? specifier["local"]) as { name?: string; value?: string };
  return name.name ?? name.value ?? null;
}

/** Names that the module exports and assigns anew later: a copy of one would grow stale. */
export function reassignable(program: unknown): Set<string> {
  const names = ((program as { body: Node[] }).body ?? []).flatMap((statement) => {
    const declaration = statement["declaration"] as Node | null | undefined;
    if (statement.type !== "ExportNamedDeclaration" || declaration?.["kind"] !== "let") return [];
    return (declaration["declarations"] as { id: { name: string } }[]).map(({ id }) => id.name);
  });
  return new Set(names);
}
