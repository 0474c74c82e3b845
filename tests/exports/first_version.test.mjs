import assert from "node:assert/strict";
import { test } from "node:test";
import { Assessment, catalog, firstVersion, thrown } from "../boundary/package.mjs";
import { DAY, fill, payloads, textOf } from "./made.mjs";

const PLACEHOLDER = /\{\w+\}/;
function made({ key }, assessment, format, options) {
  const version = firstVersion(key, format, assessment, { day: DAY, ...options });
  return { name: version.name, content: textOf(version) };
}

test("every document has a first version that names its sections and shows what is still to be filled in", () => {
  for (const edition of ["2013", "2022"]) {
    for (const row of catalog(edition).documents) {
      const file = Assessment.create(edition).toJSON();
      const html = made(row, file, "html");
      const markdown = made(row, file, "markdown");
      assert.equal(html.name, `iso27001-${DAY}-${row.key.replaceAll("_", "-")}.html`);
      assert.match(markdown.name, /\.md$/);
      assert.equal(html.content.match(/<h2>/g).length, row.outline.length);
      assert.equal(markdown.content.match(/^## /gm).length, row.outline.length);
      for (const { heading } of row.outline) assert(markdown.content.includes(heading), `${row.key}: ${heading}`);
      assert.match(html.content, /<mark>\[name of the organisation\]<\/mark>/);
      for (const { content } of [html, markdown]) assert.doesNotMatch(content, PLACEHOLDER, row.key);
    }
  }
});

test("it is filled with organisation, scope and owner as the assessment has them", () => {
  const assessment = Assessment.create("2022", { organisation: { name: "Larkfield", scope: "Payroll service" } });
  assessment.setDocument("isms_scope", "draft", { owner: "Ada" });
  const row = catalog("2022").documents.find(({ key }) => key === "isms_scope");
  const file = assessment.toJSON();
  const { name, content } = made(row, file, "html");
  assert.equal(name, `larkfield-${DAY}-isms-scope.html`);
  assert.match(content, /The ISMS covers <bdi>Payroll service<\/bdi>\./);
  assert.match(content, /<bdi>Ada<\/bdi> approves this document/);
  assert.doesNotMatch(content, /<mark>/);
  assert.match(made(row, file, "markdown").content, /^The ISMS covers Payroll service\.$/m);
});

test("what people typed stays text", () => {
  for (let turn = 0; turn < payloads.length; turn += 7) {
    const assessment = Assessment.create("2022");
    fill(assessment, [...payloads.slice(turn), ...payloads.slice(0, turn)]);
    const file = assessment.toJSON();
    assessment.free();
    for (const row of catalog("2022").documents.slice(0, 3)) {
      const { content } = made(row, file, "html");
      const tags = new Set([...content.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag));
      const ours = "html head meta title style body main h1 h2 p ul li bdi br mark".split(" ");
      assert.deepEqual(
        [...tags].filter((tag) => !ours.includes(tag)),
        [],
      );
      const lines = made(row, file, "markdown").content;
      assert.equal(lines.match(/^#+ /gm).length, row.outline.length + 1);
      assert.doesNotMatch(lines, /(?<!\\)<(?!br>)/);
    }
  }
});

test("without what people typed it stays open, and what is no document or format is refused by name", () => {
  const assessment = Assessment.create("2022", { organisation: { name: "Larkfield", scope: "Payroll service" } });
  const row = { key: "isms_scope" };
  const { name, content } = made(row, assessment, "markdown", { anonymous: true });
  assert.equal(name, `anonymous-${DAY}-isms-scope.md`);
  assert.doesNotMatch(content, /Larkfield|Payroll/);
  for (const [key, format, code] of [
    ["isms_scop", "html", "unknown-id"],
    ["isms_scope", "pdf", "unknown-value"],
    ["isms_scope", undefined, "wrong-type"],
  ])
    assert.equal(thrown(() => firstVersion(key, format, assessment)).code, code);
  assessment.free();
});
