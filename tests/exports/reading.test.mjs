import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { Assessment, exports } from "./bundle.mjs";
import { bytesOf, make, sourceOf, words } from "./made.mjs";

const utf8 = (text) => new TextEncoder().encode(text);
const example = Assessment.example("2022");
const current = { source: sourceOf(example), words };
const read = (bytes) => exports.readStatement(typeof bytes === "string" ? utf8(bytes) : bytes, current);
const brief = ({ id, field, to }) => `${id} ${field}: ${to}`;
const kinds = ({ notices }) => notices.map(({ kind }) => kind);

/** A returned sheet with these cells, by heading. */
const sheet = (rows, separator = ",") => {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (text) => `"${String(text ?? "").replaceAll('"', '""')}"`;
  return [heads, ...rows.map((row) => heads.map((head) => row[head]))]
    .map((row) => row.map(cell).join(separator))
    .join("\r\n");
};

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
/** A workbook around the content of one sheet, as small as can be. */
const workbook = (content, more = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        "_rels/.rels": `${XML}<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
        "xl/workbook.xml": `${XML}<x:workbook xmlns:x="m" xmlns:q="o"><x:sheets><x:sheet name="S" sheetId="1" q:id="b"/></x:sheets></x:workbook>`,
        "xl/_rels/workbook.xml.rels": `${XML}<Relationships><Relationship Id="b" Type="x/worksheet" Target="worksheets/s.xml"/><Relationship Id="c" Type="x/sharedStrings" Target="t.xml"/></Relationships>`,
        "xl/t.xml": `${XML}<sst><si><t>Control</t></si><si><r><t>Ow</t></r><r><t>ner</t></r><rPh><t>hint</t></rPh></si><si><t>A.5.1</t></si></sst>`,
        "xl/worksheets/s.xml": content,
        ...more,
      }).map(([name, text]) => [name, typeof text === "string" ? strToU8(text) : text]),
    ),
  );
const cells = (row) =>
  `${XML}<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>${row}</sheetData></worksheet>`;

test("every field that may be changed is read, whichever sign parts the cells", async () => {
  const row = {
    Control: "A.5.3",
    Level: "4 Managed",
    "Required by law": "Yes",
    "Required by contract": "yes",
    "More on the justification": "=more",
    Owner: "Jo",
    "Evidence links": "Policy <https://example.com/p>\nhttps://example.com/q\nPaper",
    Note: "two\nlines",
  };
  for (const separator of [",", ";", "\t"]) {
    const { changes, notices } = await read(`\ufeff${sheet([row], separator)}`);
    assert.deepEqual(notices, []);
    assert.deepEqual(changes.map(brief), [
      "A.5.3 level: 4 Managed",
      "A.5.3 law: Yes",
      "A.5.3 contract: Yes",
      "A.5.3 inclusion: =more",
      "A.5.3 owner: Jo",
      "A.5.3 note: two\nlines",
      "A.5.3 evidence: Policy <https://example.com/p>\nhttps://example.com/q\nPaper",
    ]);
    const copy = Assessment.parse(example.toJSON());
    exports.apply(copy, changes, current);
    const made = copy.soa().find(({ id }) => id === "A.5.3");
    assert.deepEqual(made.because, ["risk", "law", "contract"]);
    assert.deepEqual([made.answer, made.inclusionNote, made.owner, made.note], [4, "=more", "Jo", "two\nlines"]);
    assert.deepEqual(
      made.evidence.map(({ label, href }) => [label, href]),
      [
        ["Policy", "https://example.com/p"],
        ["", "https://example.com/q"],
        ["Paper", ""],
      ],
    );
    copy.free();
  }
});

test("applicable, level and reason are one answer", async () => {
  const row = (id) => current.source.statement.find((one) => one.id === id);
  const out = current.source.statement.find(({ applicable }) => applicable === false);
  assert.equal(row("A.5.1").applicable, true);
  const cases = [
    [
      { Control: "A.5.1", Applies: "No", "Why it is excluded": "none here" },
      ["A.5.1 applicable: No", "A.5.1 reason: none here"],
      [],
    ],
    [{ Control: "A.5.1", Applies: "No" }, [], ["reason"]],
    [
      { Control: "A.5.1", Applies: "No", "Why it is excluded": "none", Level: "5 Optimizing" },
      ["A.5.1 applicable: No", "A.5.1 reason: none"],
      ["excluded-level"],
    ],
    [{ Control: "A.5.1", "Why it is excluded": "none" }, [], ["included-reason"]],
    [
      { Control: "A.5.1", Level: "Not applicable", "Why it is excluded": "none" },
      ["A.5.1 applicable: No", "A.5.1 reason: none"],
      [],
    ],
    [
      { Control: out.id, Applies: "Yes", Level: "2 Developing" },
      [`${out.id} applicable: Yes`, `${out.id} level: 2 Developing`],
      [],
    ],
    [{ Control: out.id, Applies: "Yes" }, [`${out.id} applicable: Undecided`], ["needs-level"]],
    [{ Control: out.id, "Why it is excluded": "another" }, [`${out.id} reason: another`], []],
    [{ Control: out.id, "Why it is excluded": "" }, [], ["reason"]],
    [{ Control: "A.5.1", Level: "" }, ["A.5.1 level: "], []],
    [{ Control: "A.5.1", Level: "3.0" }, ["A.5.1 level: 3 Defined"], []],
    [{ Control: "A.5.1", Level: "defined" }, ["A.5.1 level: 3 Defined"], []],
    [{ Control: "A.5.1", Level: "don't know" }, ["A.5.1 level: Don’t know"], []],
    [{ Control: "A.5.1", Level: "6" }, [], ["value"]],
    [{ Control: "A.5.1", Level: "35" }, [], ["value"]],
    [{ Control: "A.5.1", Applies: "perhaps" }, [], ["value"]],
    [{ Control: "A.5.1", Implementation: "Not implemented" }, ["A.5.1 level: 0 Absent"], []],
    [{ Control: "A.5.1", Implementation: "Partly implemented" }, [], ["state"]],
    [{ Control: "A.5.1", Implementation: "Partly implemented", Level: "1 Ad hoc" }, ["A.5.1 level: 1 Ad hoc"], []],
  ];
  for (const [cell, wanted, told] of cases) {
    const reading = await read(sheet([cell]));
    assert.deepEqual(reading.changes.map(brief), wanted, JSON.stringify(cell));
    assert.deepEqual(kinds(reading), told, JSON.stringify(cell));
    const copy = Assessment.parse(example.toJSON());
    exports.apply(copy, reading.changes, current);
    const left = await exports.readStatement(utf8(sheet([cell])), { source: sourceOf(copy), words });
    assert.deepEqual(left.changes.map(brief), [], `applied: ${JSON.stringify(cell)}`);
    copy.free();
  }
});

test("what is not taken is named with its row and column", async () => {
  const { notices } = await read(
    sheet([
      { Control: "A.5.1", Level: "nine", Colour: "red" },
      { Control: "A.99.9", Level: "1" },
      { Control: "A.5.1", Level: "1" },
      { Control: "A.5.2", Level: "3 Defined", Owner: "x".repeat(10_001) },
    ]),
  );
  assert.deepEqual(notices, [
    { kind: "column", row: 0, column: "Colour", value: "" },
    { kind: "value", row: 2, column: "Level", value: "nine" },
    { kind: "unknown", row: 3, column: "", value: "A.99.9" },
    { kind: "twice", row: 4, column: "", value: "A.5.1" },
    { kind: "long", row: 5, column: "Owner", value: "" },
  ]);
});

test("an empty sheet changes nothing, and a sheet without rows neither", async () => {
  for (const text of ["", "\r\n", "\ufeff", sheet([{ Control: "", Level: "" }]), "Control,Level\r\n"]) {
    assert.deepEqual((await read(text)).changes, [], JSON.stringify(text));
  }
  assert.deepEqual(kinds(await read("")), ["empty"]);
  assert.deepEqual(kinds(await read("a,b\r\n1,2\r\n")), ["headings"]);
});

test("other encodings: UTF-16 as spreadsheets save it, and Windows-1252 with a word about it", async () => {
  const text = sheet([{ Control: "A.5.1", Owner: "Zoë" }], "\t");
  const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
  assert.deepEqual((await read(wide)).changes.map(brief), ["A.5.1 owner: Zoë"]);
  const narrow = await read(new Uint8Array(Buffer.from(text, "latin1")));
  assert.deepEqual(narrow.changes.map(brief), ["A.5.1 owner: Zoë"]);
  assert.deepEqual(kinds(narrow), ["encoding"]);
});

test("a title above the table, a line that names the separator, and bare cells are no hindrance", async () => {
  assert.deepEqual((await read("sep=;\r\nOur statement\r\n\r\nControl;Owner\r\nA.5.1;Jo\r\n")).changes.map(brief), [
    "A.5.1 owner: Jo",
  ]);
});

test("a workbook of another program: prefixes, shared strings, rich text, numbers", async () => {
  assert.deepEqual(
    (await read(workbook(cells('<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>42</v></c></row>')))).changes.map(
      brief,
    ),
    ["A.5.1 owner: 42"],
  );
  const escaped = cells(
    '<row r="2"><c r="A2" t="inlineStr"><is><t>A.5.1</t></is></c><c r="B2" t="inlineStr"><is><t>a&#x26;b &lt;_x0041_ <![CDATA[<c>]]></t></is></c></row>',
  );
  assert.deepEqual((await read(workbook(escaped))).changes.map(brief), ["A.5.1 owner: a&b <A <c>"]);
});

test("a formula is neither computed nor taken", async () => {
  const reading = await read(
    workbook(cells('<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="str"><f>1+1</f><v>2</v></c></row>')),
  );
  assert.deepEqual(reading.changes, []);
  assert.deepEqual(reading.notices, [{ kind: "formula", row: 2, column: "Owner", value: "" }]);
});

test("hostile workbooks are refused by name and within a moment", async () => {
  const bomb = workbook(cells("<row/>".repeat(3_000_000)));
  const deep = workbook(`${XML}${"<a>".repeat(100)}${"</a>".repeat(100)}`);
  const cases = {
    "an entity of its own": [workbook(`<!DOCTYPE x [<!ENTITY y "z">]>${cells("")}`), "workbook"],
    "an entity that is not known": [workbook(cells('<row r="2"><c r="A2"><v>&y;</v></c></row>')), "workbook"],
    "more than may be unpacked": [bomb, "unpacked"],
    "too deep": [deep, "workbook"],
    "cut elements": [workbook(`${XML}<worksheet><sheetData>`), "workbook"],
    "elements that cross": [workbook(`${XML}<a><b></a></b>`), "workbook"],
    "no workbook": [zipSync({ "a.txt": strToU8("x") }), "workbook"],
    "no archive": [utf8("PK\u0003\u0004nothing"), "archive"],
    "the old format": [Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), "old"],
    "too large": [new Uint8Array(2 * 1024 * 1024 + 1).fill(65), "large"],
  };
  for (const [name, [bytes, kind]] of Object.entries(cases)) {
    const start = performance.now();
    const reading = await read(bytes);
    assert.deepEqual(kinds(reading), [kind], name);
    assert.deepEqual(reading.changes, [], name);
    assert.ok(performance.now() - start < 3_000, `${name}: ${performance.now() - start} ms`);
  }
});

test("cells far out and rows without end take no room", async () => {
  assert.deepEqual(
    (
      await read(
        workbook(
          cells(
            '<row r="1048576"><c r="A1048576" t="s"><v>2</v></c><c r="XFD1048576"><v>1</v></c><c r="B1048576"><v>7</v></c></row>',
          ),
        ),
      )
    ).changes.map(brief),
    ["A.5.1 owner: 7"],
  );
  const start = performance.now();
  assert.deepEqual(kinds(await read(workbook(cells("<row><c><v>1</v></c></row>".repeat(30_000))))), ["rows"]);
  assert.deepEqual(kinds(await read(`Control,Owner\n${"\n".repeat(1_900_000)}`)), ["rows"]);
  for (const sign of [",", '"', '"a"', ";=", "\t", "'"])
    await read(`Control,Owner\n${sign.repeat(Math.floor(1_900_000 / sign.length))}`);
  assert.ok(performance.now() - start < 10_000, `${performance.now() - start} ms`);
});

test("damaged workbooks: cut and altered bytes never throw, and never change what they do not say", async () => {
  const whole = bytesOf(make("workbook", current.source));
  let seed = 1;
  const chance = (below) => ((seed = (seed * 48271) % 0x7fffffff), seed % below);
  for (let run = 0; run < 300; run += 1) {
    const bytes = whole.slice(0, run % 3 === 0 ? chance(whole.length) : whole.length);
    if (bytes.length > 0)
      for (let flips = run % 3; flips > 0; flips -= 1) bytes[chance(bytes.length)] ^= 1 << chance(8);
    const { changes } = await read(bytes);
    const copy = Assessment.parse(example.toJSON());
    exports.apply(copy, changes, current);
    copy.free();
  }
});
