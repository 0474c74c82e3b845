import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { MOST_BYTES, MOST_CELLS, readSheets } from "./bundle.mjs";

const file = (name) => readFileSync(new URL(`files/${name}`, import.meta.url));
const read = (name) => readSheets(file(name), { name });
const rowsOf = async (name) => (await read(name)).sheets[0].rows;
const kinds = ({ notices }) => notices.map(({ kind }) => kind);
const utf8 = (text) => new TextEncoder().encode(text);
const refused = (source, code, options) =>
  assert.rejects(readSheets(source, options), (error) => {
    assert.equal(error.name, "ReadinessError");
    assert.equal(error.code, code);
    assert.ok(error.message.length > 20);
    return true;
  });

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
/** The parts of a workbook of one sheet, as small as can be. */
const parts = (rows, more = {}) => ({
  "_rels/.rels": `${XML}<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${XML}<x:workbook xmlns:x="m" xmlns:q="o"><x:sheets><x:sheet name="S" sheetId="1" q:id="b"/></x:sheets></x:workbook>`,
  "xl/_rels/workbook.xml.rels": `${XML}<Relationships><Relationship Id="b" Type="x/worksheet" Target="worksheets/s.xml"/><Relationship Id="c" Type="x/sharedStrings" Target="t.xml"/></Relationships>`,
  "xl/t.xml": `${XML}<sst><si><t>Control</t></si><si><r><t>Ow</t></r><r><t>ner</t></r><rPh><t>hint</t></rPh></si></sst>`,
  "xl/worksheets/s.xml": `${XML}<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  ...more,
});
const packed = (of) => zipSync(Object.fromEntries(Object.entries(of).map(([name, text]) => [name, strToU8(text)])));
const HEAD = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';

/** An archive as streams are written: sizes behind the content, and every size wide, as ZIP64 has it. */
function wideArchive(of) {
  const chunks = [];
  const central = [];
  let length = 0;
  const push = (bytes, to = chunks) => {
    to.push(bytes);
    if (to === chunks) length += bytes.length;
  };
  const table = new Uint32Array(256).map((_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  for (const [name, text] of Object.entries(of)) {
    const plain = Buffer.from(text);
    const small = deflateRawSync(plain);
    const check = ~plain.reduce((value, byte) => table[(value ^ byte) & 255] ^ (value >>> 8), -1) >>> 0;
    const at = length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    push(local);
    push(Buffer.from(name));
    push(small);
    const descriptor = Buffer.alloc(24);
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(check, 4);
    descriptor.writeBigUInt64LE(BigInt(small.length), 8);
    descriptor.writeBigUInt64LE(BigInt(plain.length), 16);
    push(descriptor);
    const entry = Buffer.alloc(46 + name.length + 28);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(check, 16);
    entry.writeUInt32LE(0xffffffff, 20);
    entry.writeUInt32LE(0xffffffff, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(28, 30);
    entry.writeUInt32LE(0xffffffff, 42);
    entry.write(name, 46);
    const extra = 46 + name.length;
    entry.writeUInt16LE(1, extra);
    entry.writeUInt16LE(24, extra + 2);
    entry.writeBigUInt64LE(BigInt(plain.length), extra + 4);
    entry.writeBigUInt64LE(BigInt(small.length), extra + 12);
    entry.writeBigUInt64LE(BigInt(at), extra + 20);
    push(entry, central);
  }
  const start = length;
  for (const entry of central) push(entry);
  const far = Buffer.alloc(56);
  far.writeUInt32LE(0x06064b50, 0);
  far.writeBigUInt64LE(BigInt(central.length), 32);
  far.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(length), 8);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(0xffff, 10);
  end.writeUInt32LE(0xffffffff, 16);
  for (const one of [far, locator, end]) push(one);
  return new Uint8Array(Buffer.concat(chunks));
}

/** A compound file with these streams, all of them empty. */
function compound(names) {
  const bytes = Buffer.alloc(512 * 3);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(0, 48);
  bytes.writeUInt32LE(1, 76);
  for (const [at, name] of names.entries()) {
    bytes.write(name, 512 + at * 128, "utf16le");
    bytes.writeUInt16LE(name.length * 2 + 2, 512 + at * 128 + 64);
  }
  bytes.writeUInt32LE(0xfffffffe, 1024);
  return new Uint8Array(bytes);
}

const ENGLISH = [
  ["Statement of Applicability"],
  ["Version 3, Example Ltd"],
  [],
  ["Control", "Title", "Applicable", "Justification", "Implementation status", "Owner", "Due date", "Evidence", "x"],
  [
    "A.5.1",
    "Policies for information security",
    "Yes",
    "Risk R1",
    "Implemented",
    "Ana",
    "2027-01-31",
    "https://example.com/p",
    "1",
  ],
  ["A.5.7", "Threat intelligence", "Yes", "Risk R2", "Partially implemented", "Ben", "2027-02-28", "Feed list", "2"],
  ["A.7.4", "Physical security monitoring", "No", "No premises of our own", "Not implemented", "", "", "", "3"],
  ["A.8.4", "Access to source code", "Yes", "Contract", "Not implemented", "Cy", "2027-03-31 12:30", "", "4"],
];

test("a workbook is read as it shows: dates, merged cells, and what is out of sight by name", async () => {
  const statement = await read("statement-en.xlsx");
  assert.deepEqual(statement.sheets[0].rows, ENGLISH);
  assert.deepEqual(
    statement.sheets.map(({ name, hidden }) => [name, hidden]),
    [
      ["SoA", false],
      ["Notes", false],
      ["Old", true],
    ],
  );
  assert.deepEqual(
    statement.notices.map(({ kind, sheet, row, value }) => [kind, sheet, row, value]),
    [
      ["hidden-rows", "SoA", 7, "1"],
      ["hidden-columns", "SoA", 0, ""],
      ["merged", "SoA", 0, "1"],
      ["comments", "SoA", 0, ""],
      ["hidden-sheet", "Old", 0, ""],
    ],
  );
  assert.deepEqual(await read("strict.xlsx"), statement, "the strict namespaces change nothing");
});

test("the same sheet comes out of OpenDocument, its covered cell blank", async () => {
  const rows = structuredClone(ENGLISH);
  rows[7][4] = "";
  rows[7][6] = "2027-03-31 12:30:00";
  assert.deepEqual(await rowsOf("statement-en.ods"), rows);
});

test("numbers look as they look: percentages, fixed decimals, both calendars", async () => {
  assert.deepEqual(
    (await rowsOf("numbers.xlsx")).map((row) => [row[0], row[2]]),
    [
      ["Control", "Compliance"],
      ["5.1", "100%"],
      ["5.10", "50%"],
      ["5.7", "25%"],
      ["8.28", "0%"],
      ["2026-01-07", "75%"],
    ],
  );
  assert.equal((await rowsOf("calendar-1904.xlsx"))[1][2], "2027-01-31");
});

test("truth, errors, runs, escapes; a formula by what it last came to, and said where it has not been computed", async () => {
  const made = await read("cells.xlsx");
  assert.deepEqual(made.sheets[0].rows, [
    ["Control", "Status", "Note"],
    ["A.5.1", "TRUE", "rich text whole"],
    ["A.5.7"],
    ["A.8.28", "#N/A", "A stays"],
  ]);
  assert.deepEqual(made.notices, [{ kind: "formula", sheet: "Sheet1", row: 3, value: "" }]);
  const computed = await read("computed.xlsx");
  assert.equal(computed.sheets[0].rows[2][1], "2");
  assert.deepEqual(computed.notices, []);
});

test("every encoding shows the same letters, and what was guessed is said with a sample", async () => {
  const french = await rowsOf("statement-fr.csv");
  assert.deepEqual(french[2], [
    "A.5.7",
    "Renseignement sur les menaces",
    "Oui",
    "",
    "Partiellement conforme",
    "Noël",
    "",
    "",
    "à compléter ; 2027",
  ]);
  for (const name of ["statement-fr-mac.csv", "statement-fr-utf16.txt", "statement-fr-utf16be-unmarked.txt"])
    assert.deepEqual(await rowsOf(name), french, name);
  for (const [name, encoding, note] of [
    ["notes-1250.csv", "windows-1250", "Zásady bezpečnosti informací – příloha č. 1, žádost"],
    ["notes-1251.csv", "windows-1251", "Политика информационной безопасности утверждена"],
    ["notes-1253.csv", "windows-1253", "Πολιτική ασφάλειας πληροφοριών, εγκρίθηκε"],
    ["notes-1254.csv", "windows-1254", "Bilgi güvenliği politikası hazır, işlem onaylandı"],
    ["notes-shift-jis.csv", "shift_jis", "情報セキュリティの方針は承認されました"],
    ["notes-gb18030.csv", "gb18030", "信息安全方针已经批准，并已传达给全体员工"],
    ["short-italian.csv", "windows-1252", "Sì"],
    ["short-spanish.csv", "windows-1252", "¿Está aprobada? Año 2026, ¡sí!"],
    ["short-portuguese.csv", "windows-1252", "Não há exceções à política"],
    ["short-danish.csv", "windows-1252", "Går igennem på møde, ændres årligt"],
    ["short-swedish.csv", "windows-1252", "Säkerhetsåtgärder införs på årsmötet"],
    ["short-turkish.csv", "windows-1254", "Şifreleme hazır değil"],
    ["short-polish.csv", "windows-1250", "Wdrożone częściowo, brak środków"],
    ["short-czech.csv", "windows-1250", "Řízení přístupů zavedeno částečně"],
    ["short-hungarian.csv", "windows-1250", "Az előírás megvan, felülvizsgálat jövőre"],
    ["short-korean.csv", "euc-kr", "정책 승인"],
  ]) {
    const { sheets, notices } = await read(name);
    assert.equal(sheets[0].rows[1][2], note);
    assert.equal(notices[0].kind, "encoding");
    assert.ok(notices[0].value.startsWith(`${encoding}: `) && notices[0].value.includes(note), notices[0].value);
  }
  const asked = await readSheets(file("statement-fr.csv"), { encoding: "windows-1251" });
  assert.notDeepEqual(asked.sheets[0].rows, french, "whoever asks for an encoding gets it");
  // Every byte that windows-1252 has and Latin-1 has not.
  const quoted = await readSheets(Uint8Array.from([0x41, 0x2c, 0x80, 0x93, 0x84, 0xe4, 0x94, 0x96, 0xfc]), {
    encoding: "windows-1252",
  });
  assert.deepEqual(quoted.sheets[0].rows, [["A", "€“„ä”–ü"]]);
});

test("cells are parted by whichever sign parts them", async () => {
  const grid = [
    ["Control", "Note", "Status"],
    ["A.5.1", 'a,b;c\t"d"|e\nf', "3"],
    ["A.5.7", "", "2"],
  ];
  for (const sign of [",", ";", "\t", "|"]) {
    const text = grid.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(sign)).join("\r\n");
    assert.deepEqual((await readSheets(text)).sheets[0].rows, grid, JSON.stringify(sign));
  }
  assert.deepEqual((await rowsOf("separator-line.csv")).slice(1), [
    ["Control", "Status"],
    ["A.5.1", "Implemented"],
  ]);
  const open = await read("open-quote.csv");
  assert.deepEqual(open.sheets[0].rows.slice(1), [
    ["A.5.1", '"never closed', "3"],
    ["A.5.7", '5" disk', "2"],
  ]);
  assert.deepEqual(kinds(open), ["quote"]);
});

test("tables that were pasted: HTML with spans and no end tags, and Markdown", async () => {
  assert.deepEqual(await rowsOf("copied.html"), [
    ["Control", "Status", "Note"],
    ["A.5.1", "Implemented", "a & b\nc"],
    ["A.5.7", "Implemented"],
  ]);
  assert.deepEqual(await rowsOf("note.md"), [
    ["Control", "Status"],
    ["A.5.1", "Done"],
    ["A.5.7", "a | b"],
  ]);
});

test("ZIP64 with sizes behind the content, and rows and columns without an address", async () => {
  const bytes = wideArchive(parts(`${HEAD}<row><c t="inlineStr"><is><t>A.5.1</t></is></c><c><v>3</v></c></row>`));
  assert.deepEqual((await readSheets(bytes)).sheets[0].rows, [
    ["Control", "Owner"],
    ["A.5.1", "3"],
  ]);
});

test("what cannot be read is refused by its name", async () => {
  await refused(compound(["Root Entry", "EncryptedPackage", "EncryptionInfo"]), "encrypted");
  await refused(compound(["Root Entry", "\u0009DRMContent"]), "protected");
  await refused(compound(["Root Entry", "Workbook"]), "old-workbook");
  await refused(compound(["Root Entry", "WordDocument"]), "other-file");
  await refused(file("old.xls"), "old-workbook");
  await refused(packed({ "word/document.xml": "<a/>", "_rels/.rels": "<a/>" }), "other-file");
  await refused(packed({ "Index/Document.iwa": "" }), "other-file");
  await refused(packed({ "xl/workbook.bin": "" }), "old-workbook");
  await refused(utf8("%PDF-1.7 …"), "other-file");
  await refused(utf8(" \r\n"), "empty");
  await refused(new Uint8Array(MOST_BYTES + 1), "too-large");
  await refused("a,b", "other-file", { encoding: "utf-7" });
  for (const nothing of [undefined, null, 7, {}, [1], () => 1, Symbol("s")]) await refused(nothing, "other-file");
  await refused(packed(parts("", { "xl/workbook.xml": "<workbook><sheets/></workbook>" })), "no-sheets");
  const whole = file("statement-en.xlsx");
  await refused(whole.subarray(0, whole.length - 30), "damaged");
  const bent = Uint8Array.from(whole);
  bent[whole.indexOf("xl/worksheets/sheet1.xml") + 200] ^= 0xff;
  await refused(bent, "damaged");
  for (const content of [
    '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>',
    "<worksheet>&nope;</worksheet>",
    "<worksheet><sheetData>",
    "<a>".repeat(100),
  ])
    await refused(packed(parts("", { "xl/worksheets/s.xml": content })), "damaged");
});

test("bombs end in a refusal, in little time", async () => {
  const full = `<row>${"<c><v>1</v></c>".repeat(500)}</row>`.repeat(MOST_CELLS / 500 + 1);
  const merged = `${HEAD}</sheetData><mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(1000)}</mergeCells><sheetData>`;
  const bombs = [
    packed(parts("", { "xl/worksheets/s.xml": "x".repeat(100 * 1024 * 1024) })),
    `A\n${"1,".repeat(999)}1\n`.repeat(300),
    packed(parts(full)),
    packed(parts('<row r="99999999"><c><v>1</v></c></row>')),
  ];
  const small = packed(parts(merged));
  // What the processor spends, whatever else the machine does.
  const start = process.cpuUsage();
  for (const bomb of bombs) await refused(bomb, "too-large");
  assert.equal((await readSheets(small)).sheets[0].rows.length, 1);
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < 8_000_000, `${(user + system) / 1000} ms`);
});

test("hostile names stay text", async () => {
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  const { sheets } = await read("hostile.csv");
  assert.deepEqual(sheets[0].rows[0], ["__proto__", "constructor", "Control", "Status"]);
  assert.equal(sheets[0].rows[1][2], '=HYPERLINK("http://example.com")');
  assert.equal(Object.getOwnPropertyNames(Object.prototype).length, before);
});

test("cut and flipped files never end in anything but a grid or a refusal", async () => {
  let seed = 7;
  const random = (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  const outcomes = new Map();
  for (const name of [
    "statement-en.xlsx",
    "statement-en.ods",
    "statement-fr.csv",
    "copied.html",
    "old.xls",
    "numbers.xlsx",
  ]) {
    const whole = file(name);
    for (let turn = 0; turn < 150; turn += 1) {
      const bytes = Uint8Array.from(whole);
      for (let flips = random(6); flips >= 0; flips -= 1) bytes[random(bytes.length)] = random(256);
      const cut = turn % 3 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
      const outcome = await readSheets(cut, { name }).then(
        () => "read",
        (error) => {
          assert.equal(error.name, "ReadinessError", `${name}: ${error.stack}`);
          return error.code;
        },
      );
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  }
  assert.ok(outcomes.get("read") > 100 && outcomes.get("damaged") > 100, JSON.stringify([...outcomes]));
});
