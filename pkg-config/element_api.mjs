// What a user of the element sees, from its source: writes element.d.ts and custom-elements.json into the package's folder,
// in which core.d.ts and index.d.ts are already. TypeScript's own declarations would name Lit and the page's modules, and
// tools that read them would list their inner members.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

const [folder] = process.argv.slice(2);
const SOURCE = fileURLToPath(new URL("../www/element/", import.meta.url));

function fail(message) {
  throw new Error(`the element's API: ${message}`);
}

/** A file's declarations by name, and how to read it. */
function parsed(path) {
  const text = readFileSync(path, "utf8");
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) fail(`${path}: ${errors[0].message}`);
  const declarations = program.body.map((node) => node.declaration ?? node).filter((node) => node.id);
  return {
    text,
    named: new Map(declarations.map((node) => [node.id.name, node])),
    slice: (node) => text.slice(node.start, node.end),
    type: (annotation) => text.slice(annotation.typeAnnotation.start, annotation.typeAnnotation.end),
    /** The lines of the comment that stands right before a node, without stars. */
    doc(node) {
      // A class or interface is exported, and its comment stands before that word.
      const start = text.slice(0, node.start).replace(/(\s|\bexport|\babstract|\bdeclare)+$/, "").length;
      const found = comments.find(({ type, value, end }) => type === "Block" && value.startsWith("*") && end === start);
      if (!found) fail(`${path}: nothing says what ${(node.key ?? node.id).name} is`);
      const lines = found.value.slice(1).split("\n");
      return lines.map((line) => line.replace(/^\s*\* ?/, "").trim()).filter(Boolean);
    },
  };
}

const element = parsed(`${SOURCE}element.ts`);
const attributes = parsed(`${SOURCE}attributes.ts`);
const events = parsed(`${SOURCE}events.ts`);
const host = parsed(`${SOURCE}host.ts`);
const bases = [
  [element, "ReadinessElement"],
  [parsed(`${SOURCE}form.ts`), "FormElement"],
  [attributes, "AttributesElement"],
];
const packaged = ["core", "index"].map((name) => [name, parsed(join(folder, `${name}.d.ts`))]);

/** The platform calls these, or Lit does. */
const isInner = (member) =>
  member.override ||
  member.kind === "constructor" ||
  member.key.type === "PrivateIdentifier" ||
  member.accessibility === "private" ||
  member.accessibility === "protected" ||
  member.key.name.endsWith("Callback") ||
  // What a base class only asks for, the class itself declares.
  member.type === "TSAbstractMethodDefinition";

function parameters(source, { params }) {
  return params.map((given) => {
    const { left = given } = given;
    if (!left.typeAnnotation) fail(`the parameter ${left.name} has no type`);
    return { name: left.name, type: { text: source.type(left.typeAnnotation) }, optional: left !== given };
  });
}

/** Fields and methods of the class as the manifest names them; `set` is what a field takes, where it can be set. */
const members = new Map();
for (const [source, name] of bases) {
  const { body, superClass } = source.named.get(name) ?? fail(`there is no class ${name}`);
  const at = bases.findIndex(([, known]) => known === name);
  if (superClass?.name !== (bases[at + 1]?.[1] ?? "PageElement")) fail(`${name} extends ${superClass?.name}`);
  for (const member of body.body.filter((one) => !isInner(one))) {
    const known = { name: member.key.name, ...(member.static ? { static: true } : {}) };
    if (member.kind === "set") {
      members.get(known.name).set = parameters(source, member.value)[0];
      continue;
    }
    const description = source.doc(member);
    if (member.kind === "method")
      members.set(known.name, {
        kind: "method",
        ...known,
        description,
        parameters: parameters(source, member.value),
        return: { type: { text: source.type(member.value.returnType) } },
      });
    else {
      const { typeAnnotation } = member;
      // `static readonly x = true` has the type that it says.
      const text =
        member.kind === "get"
          ? source.type(member.value.returnType)
          : typeAnnotation
            ? source.type(typeAnnotation)
            : source.slice(member.value);
      const attribute = source === attributes ? { attribute: known.name } : {};
      members.set(known.name, { kind: "field", ...known, type: { text }, description, ...attribute, member });
    }
  }
}

/** `@csspart root - Everything`, and its kin, in the comment of the class. */
function tagged(tag) {
  const lines = element.doc(element.named.get("ReadinessElement")).filter((line) => line.startsWith(`@${tag} `));
  return lines.map((line) => {
    const [, type, name, description] = /^@\w+ (?:\{(.+)\} )?(\S+) - (.+)$/.exec(line) ?? fail(`cannot read ${line}`);
    return { name, ...(type === undefined ? {} : { type: { text: type } }), description };
  });
}

const about = (source, node) => source.doc(node).filter((line) => !line.startsWith("@"));

/** The events: name of the class, of the event, and what it is called with. */
const told = [...events.named.values()]
  .filter(({ type }) => type === "ClassDeclaration")
  .map((node) => {
    const member = (name) => node.body.body.find(({ key }) => key.name === name);
    return {
      class: node.id.name,
      name: member("type").value.value,
      description: about(events, node),
      base: node.superClass.name,
      extends: events.text.slice(node.superClass.start, (node.superTypeArguments ?? node.superClass).end),
      parameters: parameters(events, member("constructor").value),
    };
  });

// The typings.

const comment = (lines, indent = "") =>
  lines.length === 1
    ? `${indent}/** ${lines[0]} */\n`
    : `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join("")}${indent} */\n`;
const listed = (given) =>
  given.map(({ name, optional, type }) => `${name}${optional ? "?" : ""}: ${type.text}`).join(", ");

function declared({ name, kind, description, set, member, type, static: ofClass, ...rest }) {
  const before = `${comment(description, "  ")}  ${ofClass ? "static " : ""}`;
  if (kind === "method") return `${before}${name}(${listed(rest.parameters)}): ${rest.return.type.text};\n`;
  if (member.kind !== "get") return `${before}${member.readonly ? "readonly " : ""}${name}: ${type.text};\n`;
  return `${before}get ${name}(): ${type.text};\n${set ? `  set ${name}(${listed([set])});\n` : ""}`;
}

const listener = (verb, options) => `
  ${verb}EventListener<K extends keyof ReadinessElementEventMap>(
    type: K,
    listener: (this: ReadinessElement, event: ReadinessElementEventMap[K]) => unknown,
    options?: boolean | ${options},
  ): void;
  ${verb}EventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | ${options},
  ): void;
`;

const shortfall = host.named.get("Shortfall");
const body = `${comment(about(host, shortfall))}export ${host.slice(shortfall)}

${told
  .map(
    (one) => `${comment(one.description)}export class ${one.class} extends ${one.extends} {
  static readonly type: "${one.name}";
  constructor(${listed(one.parameters)});
}
`,
  )
  .join("\n")}
export interface ReadinessElementEventMap {
${told.map((one) => `  "${one.name}": ${one.class};\n`).join("")}}

${comment(about(element, element.named.get("ReadinessElement")))}export class ReadinessElement extends HTMLElement {
${[...members.values()].map(declared).join("\n")}${listener("add", "AddEventListenerOptions")}${listener("remove", "EventListenerOptions")}}

declare global {
  interface HTMLElementTagNameMap {
    "iso27001-readiness": ReadinessElement;
  }
}
`;
const code = body.replace(/\/\*\*.*?\*\//gs, "");
const imports = packaged.map(([name, { named }]) => {
  const types = [...named].filter(([, { type }]) => type.startsWith("TS") && type !== "TSDeclareFunction");
  const used = types.map(([one]) => one).filter((one) => new RegExp(`\\b${one}\\b`).test(code));
  return used.length > 0 ? `import type { ${used.sort().join(", ")} } from "./${name}.js";\n` : "";
});
writeFileSync(join(folder, "element.d.ts"), `${imports.join("")}\n${body}`);

// The manifest, by its schema: https://github.com/webcomponents/custom-elements-manifest

/** What may stand in the attribute: the names of a type, and lists as text. */
function attributeType(text) {
  const core = packaged[0][1];
  const alias = core.named.get(text);
  if (alias?.type === "TSTypeAliasDeclaration") return core.slice(alias.typeAnnotation);
  return text === "string[]" ? "string" : text.replace(/ \| null$/, "");
}

const fields = [...members.values()].filter(({ attribute }) => attribute !== undefined);
const path = "element.js";
const manifest = {
  schemaVersion: "2.1.0",
  readme: "README.md",
  modules: [
    {
      kind: "javascript-module",
      path,
      declarations: [
        {
          kind: "class",
          customElement: true,
          tagName: "iso27001-readiness",
          name: "ReadinessElement",
          superclass: { name: "HTMLElement" },
          description: about(element, element.named.get("ReadinessElement")).join(" "),
          attributes: [
            ...fields.map(({ name, type, description }) => ({
              name,
              type: { text: attributeType(type.text) },
              description: description.join(" "),
              fieldName: name,
            })),
            ...tagged("attr"),
          ],
          members: [...members.values()].map(({ set, member, description, ...shown }) => ({
            ...shown,
            description: description.join(" "),
            ...(member?.readonly || (member?.kind === "get" && !set) ? { readonly: true } : {}),
          })),
          events: told.map((one) => ({
            name: one.name,
            type: { text: one.class },
            description: one.description.join(" "),
          })),
          slots: tagged("slot"),
          cssProperties: tagged("cssproperty"),
          cssParts: tagged("csspart"),
        },
        ...told.map((one) => ({
          kind: "class",
          name: one.class,
          description: one.description.join(" "),
          superclass: { name: one.base },
        })),
      ],
      exports: ["ReadinessElement", ...told.map((one) => one.class)].map((name) => ({
        kind: "js",
        name,
        declaration: { name, module: path },
      })),
    },
    {
      kind: "javascript-module",
      path: "element/define.js",
      declarations: [],
      exports: ["custom-element-definition", "js"].map((kind) => ({
        kind,
        name: kind === "js" ? "ReadinessElement" : "iso27001-readiness",
        declaration: { name: "ReadinessElement", module: path },
      })),
    },
  ],
};
writeFileSync(join(folder, "custom-elements.json"), `${JSON.stringify(manifest, null, 1)}\n`);
