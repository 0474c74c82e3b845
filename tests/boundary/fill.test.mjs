// Somebody's own spreadsheet filled by way of the package: the same bytes as by the command, and of that file alone.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { command } from "./command.mjs";
import { bytes as coreBytes, deferredBytes, exchangeBytes, freshEntries, starved } from "./copy.mjs";
import { Assessment, fill, readSheets } from "./package.mjs";

const FILES = new URL("../sheets/files/", import.meta.url);
const file = (name) => readFile(new URL(name, FILES));
const text = (bytes) => new TextDecoder().decode(bytes);

/** Answers that each of the fixtures has rows for. */
function answered() {
  const a = Assessment.create("2022", { id: "0b9a6f0e-52a1-4c0e-9d59-1f6a3b1f7f11" });
  for (const [id, level] of Object.entries({ "A.5.1": 2, "A.5.7": 3, "A.7.4": 0 })) a.respond(id, level);
  a.exclude("A.8.4", "No code of our own");
  const evidence = [{ label: "Policy", href: "https://example.com/x" }];
  a.annotate("A.5.1", { owner: "Zoë & <Co>", due: "2027-05-06", evidence });
  a.annotate("A.5.7", { owner: "=1+1" });
  return a;
}

async function proposed(bytes, options, assessment = answered(), read = {}) {
  const { sheets } = await readSheets(bytes, read);
  return assessment.propose(sheets, options);
}

const filled = async (bytes, assessment = answered(), read = {}) =>
  fill(bytes, await proposed(bytes, undefined, assessment, read), assessment, { encoding: read.encoding });

async function refused(promise, code, subject) {
  const error = await promise.then(
    () => undefined,
    (error) => error,
  );
  assert.equal(error?.name, "ReadinessError", String(error));
  assert.deepEqual([error.code, error.subject], [code, subject], error.message);
  return error;
}

/** What a file says to an empty assessment. */
async function readBack(bytes) {
  const a = Assessment.create("2022");
  a.apply(a.propose((await readSheets(bytes)).sheets));
  return JSON.parse(a.toJSON()).requirements;
}

/** The parts of an archive as they are packed, by name. */
function parts(archive) {
  const end = archive.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const found = new Map();
  for (let at = archive.readUInt32LE(end + 16), left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, local, name] = [20, 42]
      .map((place) => archive.readUInt32LE(at + place))
      .concat(archive.readUInt16LE(at + 28));
    const content = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    found.set(archive.toString("utf8", at + 46, at + 46 + name), archive.toString("latin1", content, content + packed));
    at += 46 + name + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return found;
}

test("a workbook says the answers, and every other part of it is the same bytes", async () => {
  for (const name of ["statement-en.xlsx", "strict.xlsx", "styled.xlsx", "styled-libreoffice.xlsx"]) {
    const was = await file(name);
    const made = await filled(was);
    const keys = ["bytes", "cells", "computes", "kept", "missing", "signed", "unplaced"];
    assert.deepEqual(Object.keys(made), keys);
    const [old, now] = [parts(was), parts(Buffer.from(made.bytes))];
    assert.deepEqual([...now.keys()], [...old.keys()], name);
    const changed = [...old.keys()].filter((part) => old.get(part) !== now.get(part));
    assert.deepEqual(changed, ["xl/worksheets/sheet1.xml"], name);
    const back = await readBack(made.bytes);
    assert.equal(back["A.5.1"].answer, 2, name);
    assert.equal(back["A.5.7"].answer, 3, name);
    assert.deepEqual([back["A.8.4"].answer, back["A.8.4"].reason], ["not-applicable", "No code of our own"], name);
    assert.deepEqual([back["A.5.1"].owner, back["A.5.7"].owner], ["Zoë & <Co>", "=1+1"], name);
    assert.equal(back["A.5.1"].due, "2027-05-06", name);
    assert.deepEqual((await filled(made.bytes)).cells, [], `${name}: a second time changes nothing`);
  }
});

test("what the spreadsheet has no place or word for is named", async () => {
  const a = answered();
  a.respond("4.1", 3);
  a.respond("A.8.28", 3);
  a.annotate("A.7.4", { note: "Cameras are planned" });
  a.annotate("A.8.4", { owner: "Di" });
  a.annotate("A.8.28", { owner: "Eve" });
  const made = await filled(await file("styled.xlsx"), a);
  assert.deepEqual(made.missing, ["4.1"]);
  assert.deepEqual(made.unplaced, { note: 1 });
  assert.deepEqual([made.computes, made.signed], [true, false]);
  const kept = made.kept.map(({ value, reason }) => `${value} ${reason}`);
  assert.ok(kept.includes("A.8.4 no-word") && kept.some((one) => one.endsWith("merged")), kept.join());
  for (const { source } of made.kept) assert.deepEqual(Object.keys(source), ["column", "row", "sheet"]);
});

describe("the command", { timeout: 300_000 }, () => {
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "readiness-fill-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** What the command makes of a file, or its refusal. */
  async function natively(name, bytes, assessment) {
    const [sheet, from, out] = [name, "answers.json", `filled-${name}`].map((one) => join(folder, one));
    await writeFile(sheet, bytes);
    await writeFile(from, assessment.toJSON());
    const { code, said } = await command("fill", sheet, "--from", from, "-o", out);
    return code > 1 ? said : readFile(out);
  }

  test("fills every fixture with the same bytes, and refuses the same", async () => {
    let count = 0;
    const names = (await readdir(FILES)).filter((name) => /\.(xlsx|csv|tsv|txt)$/.test(name));
    for (const name of names) {
      const [bytes, a] = [await file(name), answered()];
      const native = await natively(name, bytes, a);
      const made = await filled(bytes, a, { name }).catch((error) => error);
      if (typeof native === "string") assert.equal(made.name, "ReadinessError", `${name}: ${native}`);
      else assert.ok(native.equals(made.bytes ?? Buffer.from("")), `${name}: ${made.message ?? "other bytes"}`);
      count += typeof native === "string" ? 0 : 1;
    }
    assert.ok(count > 25, `${count} of ${names.length}`);
  });

  test("writes the same letters in every encoding", async () => {
    const { ENCODINGS } = await import(new URL("sheets.js", new URL("../../dist/npm/", import.meta.url)));
    const { textFile } = await import(new URL("../../dist/npm/text_file.js", import.meta.url));
    const letters = {
      "windows-1250": "příloha č. 1, žádost",
      "windows-1251": "политика утверждена",
      "windows-1253": "Πολιτική ασφάλειας",
      "windows-1254": "güvenliği politikası hazır",
      "windows-1252": "Größe für alle, né à Orléans",
      macintosh: "Größe für alle, né à Orléans",
      shift_jis: "情報セキュリティの方針は承認されました。ﾃｽﾄ",
      "euc-jp": "情報セキュリティの方針は承認されました",
      "euc-kr": "정보 보호 방침이 승인되었습니다",
      big5: "資訊安全政策已核准並傳達給全體員工",
      gb18030: "信息安全方针已经批准，并已传达给全体员工",
    };
    let count = 0;
    for (const encoding of ENCODINGS) {
      const words = letters[encoding] ?? "Größe, 方針, 😀";
      // A file of that encoding, by a mark or by its letters.
      const marks = { "utf-16le": [0xff, 0xfe], "utf-16be": [0xfe, 0xff] };
      const { encode } = textFile(new Uint8Array([65]), encoding);
      const own = [`Control;Status;Owner;Note`, `A.5.1;Implemented;${words};${words}`, `A.5.7;Partial;;${words}`, ""];
      const bytes = Buffer.concat([Buffer.from(marks[encoding] ?? []), encode(own.join("\r\n"))]);
      const a = Assessment.create("2022");
      a.respond("A.5.7", 3);
      a.annotate("A.5.7", { owner: words });
      const made = await filled(bytes, a, { encoding });
      assert.deepEqual(made.kept, [], encoding);
      const back = (await readSheets(made.bytes, { encoding })).sheets[0].rows;
      assert.deepEqual(back[2], ["A.5.7", "Implemented", words, words], encoding);
      // The command goes by its guess, which is the same as ours.
      const guessed = (await readSheets(bytes)).sheets[0].rows[1][2] === words;
      if (!guessed) continue;
      const native = await natively(`${encoding}.csv`, bytes, a);
      assert.ok(native.equals(made.bytes), `${encoding}: ${typeof native === "string" ? native : ""}`);
      count += 1;
    }
    assert.ok(count > 9, `${count} of ${ENCODINGS.length}`);
  });
});

test("cells of a text are replaced, and not a byte beside them", async () => {
  for (const [was, now] of [
    [
      'Control,Status,Owner\r\nA.5.1,Implemented,"Ana, B"\r\nA.5.7,Partial\r\n',
      'Control,Status,Owner\r\nA.5.1,Partial,"Zoë & <Co>"\r\nA.5.7,Implemented,\'=1+1\r\n',
    ],
    ["sep=|\r\nControl|Status\rA.5.1|ok\r", "sep=|\r\nControl|Status\rA.5.1|Partially implemented\r"],
    ["\ufeffControl;Status;Z\n\nA.5.1;ok;ö\n", "\ufeffControl;Status;Z\n\nA.5.1;Partially implemented;ö\n"],
  ]) {
    const { bytes } = await filled(Buffer.from(was));
    assert.equal(Buffer.from(bytes).toString(), now);
  }
});

test("a letter that the file's encoding has no place for is named, and the rest is filled", async () => {
  const bytes = Buffer.from("Control;Status;Owner\r\nA.5.1;ok;J\xf6rg\r\nA.5.7;ok;\r\n", "latin1");
  const a = answered();
  a.annotate("A.5.1", { owner: "Łukasz" });
  const made = await filled(bytes, a);
  assert.deepEqual(made.kept.find(({ reason }) => reason === "encoding")?.source, { column: "C", row: 2, sheet: "" });
  assert.match(Buffer.from(made.bytes).toString("latin1"), /J\xf6rg\r[\s\S]*;'=1\+1\r\n$/);
});

test("words, columns and encoding that somebody settled go for the filling too", async () => {
  const bytes = Buffer.from("Control;Lage;Wen\nA.5.1;grün;\nA.5.7;rot;\n");
  const options = { words: { grün: 3, rot: 2 }, columns: { own: { status: "B", owner: "C" } } };
  const a = answered();
  const proposal = await proposed(bytes, options, a, { name: "own.csv" });
  const { bytes: made } = await fill(bytes, proposal, a);
  assert.equal(text(made), "Control;Lage;Wen\nA.5.1;rot;Zoë & <Co>\nA.5.7;grün;'=1+1\n");
  // As another encoding shows it: the same bytes, other letters.
  const western = { encoding: "windows-1252" };
  const { sheets } = await readSheets(bytes, western);
  const other = a.propose(sheets, { words: { "grÃ¼n": 3, rot: 2 }, columns: { "": { status: "B" } } });
  await refused(fill(bytes, other, a), "wrong-format", "sheets[0].rows[1]");
  const again = await fill(bytes, other, a, western);
  assert.equal(text(again.bytes).split("\n")[2], "A.5.7;grün;");
});

test("a proposal of one file fills no other", async () => {
  const a = answered();
  const [english, styled, csv] = await Promise.all(["statement-en.xlsx", "styled.xlsx", "statement-fr.csv"].map(file));
  const before = Buffer.from(styled);
  const of = await proposed(english, undefined, a);
  assert.match((await refused(fill(styled, of, a), "wrong-format", "sheets[0]")).message, /no sheet "SoA"/);
  await refused(fill(csv, of, a), "wrong-format", "sheets");
  await refused(fill(english, await proposed(csv, undefined, a), a), "wrong-format", "sheets[0]");
  assert.ok(before.equals(styled), "what is handed in stays");
  // The same sheets and columns with one row more, and with one cell that says something else.
  const own = "Control;Status\nA.5.1;ok\nA.5.7;ok\n";
  const proposal = await proposed(Buffer.from(own), undefined, a);
  for (const [changed, row] of [
    [own.replace("A.5.1", "A.5.2"), 1],
    [own.replace("\nA.5.7", "\nA.5.2;ok\nA.5.7"), 2],
    [`${own}A.5.8;ok\n`, 3],
  ])
    await refused(fill(Buffer.from(changed), proposal, a), "wrong-format", `sheets[0].rows[${row}]`);
  const odf = await file("statement-en.ods");
  await refused(fill(odf, await proposed(odf, undefined, a), a), "wrong-format", "spreadsheet");
});

test("a workbook whose sheets are other ones by the same names is refused", async () => {
  const a = answered();
  const [strict, english] = await Promise.all(["strict.xlsx", "statement-en.xlsx"].map(file));
  const { sheets } = await readSheets(english);
  sheets[0].rows[4] = ["A.5.2", ...sheets[0].rows[4].slice(1)];
  await refused(fill(english, a.propose(sheets), a), "wrong-format", "sheets[0].rows[4]");
  // One of the file's sheets alone is enough, and what they say is what counts: strict.xlsx says the same.
  const { bytes } = await fill(strict, a.propose((await readSheets(english)).sheets.slice(0, 1)), a);
  assert.equal((await readBack(bytes))["A.5.1"].answer, 2);
});

test("only what propose gave is a proposal, as it gave it", async () => {
  const bytes = Buffer.from("Control;Status\nA.5.1;ok\n");
  const a = answered();
  const proposal = await proposed(bytes, undefined, a);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const wrong of [
    undefined,
    null,
    1,
    "proposal",
    {},
    [],
    structuredClone(proposal),
    new Proxy(proposal, {}),
    proxy,
  ])
    await refused(fill(bytes, wrong, a), "wrong-type", "proposal");
  // What is in it is for people: the filling goes by what propose was asked.
  proposal.sheets = proposal.words = proposal.changes = undefined;
  assert.match(text((await fill(bytes, proposal, a)).bytes), /A\.5\.1;Partially implemented/);
  // Also for another assessment than it was made with, or the text of one.
  const other = Assessment.create("2022");
  other.respond("A.5.1", 0);
  assert.match(text((await fill(bytes, proposal, other)).bytes), /A\.5\.1;Not implemented/);
  assert.match(text((await fill(bytes, proposal, other.toJSON())).bytes), /A\.5\.1;Not implemented/);
});

test("hostile bytes, assessments and options are refused by name, and change nothing", async () => {
  const bytes = Buffer.from("Control;Status\nA.5.1;ok\n");
  const a = answered();
  const before = a.toJSON();
  const proposal = await proposed(bytes, undefined, a);
  for (const wrong of [undefined, null, 7, "Control;Status\n", [1, 2], {}, new Proxy(bytes, {})])
    await refused(fill(wrong, proposal, a), "wrong-type", "bytes");
  await refused(fill(new Uint8Array(20 * 1024 * 1024 + 1), proposal, a), "too-large", "");
  await refused(fill(new Uint8Array(), proposal, a), "empty", "");
  const archive = await file("styled.xlsx");
  const of = await proposed(archive, undefined, a);
  await refused(fill(archive.subarray(0, 2000), of, a), "damaged", "");
  // In a part that the reader of sheets has no use for.
  await refused(fill(Buffer.from(archive).fill(0x7f, 200, 900), of, a), "wrong-format", "spreadsheet");
  for (const wrong of [undefined, null, 7, {}, Object.create(Assessment.prototype)])
    await refused(fill(bytes, proposal, wrong), "not-usable", "");
  await refused(fill(bytes, proposal, "{}"), "missing-key", "$.format");
  await refused(fill(bytes, proposal, a, 7), "wrong-type", "options");
  await refused(fill(bytes, proposal, a, { encoding: 7 }), "wrong-type", "options.encoding");
  await refused(fill(bytes, proposal, a, { encoding: "utf-7" }), "other-file", "utf-7");
  const getter = {
    get encoding() {
      throw new TypeError("a getter of the caller's");
    },
  };
  await refused(fill(bytes, proposal, a, getter), "unreadable", "");
  assert.equal(a.toJSON(), before);
  // It is taken as it is when it is handed in.
  const running = fill(bytes, proposal, a);
  a.free();
  bytes.fill(0);
  assert.match(text((await running).bytes), /A\.5\.1;Partially implemented/);
  await refused(fill(Buffer.from("Control;Status\nA.5.1;ok\n"), proposal, a), "not-usable", "");
});

test("in a browser the third module is loaded apart, and calls before that say what to do", async () => {
  const asked = [];
  const fetched = globalThis.fetch;
  globalThis.fetch = async (url) => {
    asked.push(String(url));
    return new Response(exchangeBytes);
  };
  const own = Buffer.from("Control;Status\nA.5.1;ok\n");
  const { sheets } = await readSheets(own);
  try {
    const [index, exports] = await freshEntries("index.js", "exports.js");
    await Promise.all([index.ready(coreBytes), index.readyDeferred(deferredBytes)]);
    const a = index.Assessment.create("2022");
    a.respond("A.5.1", 0);
    const proposal = a.propose(sheets);
    assert.match(
      (await refused(exports.fill(own, proposal, a), "not-ready", "")).message,
      /call readyExchange\(\) first/,
    );
    await index.readyExchange(new URL("https://package.test/exchange_bg.wasm"));
    assert.match(text((await exports.fill(own, proposal, a)).bytes), /Not implemented/);
    assert.deepEqual(asked, ["https://package.test/exchange_bg.wasm"]);
    const [inline, inlined] = await freshEntries("inline.js", "exports.js");
    await Promise.all([inline.ready(), inline.readyDeferred(), inline.readyExchange()]);
    const b = inline.Assessment.parse(a.toJSON());
    assert.match(text((await inlined.fill(own, b.propose(sheets), b)).bytes), /Not implemented/);
    // Compiled ahead, as for a worker.
    const [worker, workers] = await freshEntries("index.js", "exports.js");
    await Promise.all([worker.ready(coreBytes), worker.readyDeferred(deferredBytes)]);
    await worker.readyExchange(new WebAssembly.Module(exchangeBytes));
    const c = worker.Assessment.parse(a.toJSON());
    assert.match(text((await workers.fill(own, c.propose(sheets), c)).bytes), /Not implemented/);
  } finally {
    globalThis.fetch = fetched;
  }
});

test("where the third module's memory ends, it starts anew, and no assessment is lost", async () => {
  const [index, exports] = await freshEntries("index.js", "exports.js");
  await Promise.all([index.ready(coreBytes), index.readyDeferred(deferredBytes)]);
  await index.readyExchange(starved(64, exchangeBytes));
  const a = index.Assessment.create("2022");
  a.respond("A.5.1", 0);
  const large = Buffer.from(`Control;Status;Note\n${`A.5.1;ok;${"x".repeat(500)}\n`.repeat(20_000)}`);
  const of = async (bytes) => exports.fill(bytes, a.propose((await readSheets(bytes)).sheets), a);
  await refused(of(large), "trap", "");
  assert.match(text((await of(Buffer.from("Control;Status\nA.5.1;ok\n"))).bytes), /Not implemented/);
});

test("the third module holds its own calls, no path, and little of the others", () => {
  const held = exchangeBytes.toString("latin1");
  for (const path of [/\/home\//, /\/root\//, /\/Users\//, /\.cargo/, /\.rustup/]) assert.doesNotMatch(held, path);
  const module = new WebAssembly.Module(exchangeBytes);
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  const own = names.filter((name) => !/^(__|wasm_bindgen__|memory$)/.test(name));
  assert.deepEqual(own.sort(), ["fillText", "fillWorkbook", "oscalBundle", "provideTexts", "readOscal"]);
  for (const other of [coreBytes, deferredBytes])
    assert.ok(WebAssembly.Module.exports(new WebAssembly.Module(other)).every(({ name }) => !name.startsWith("fill")));
});
