import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { Assessment, exportAs, exportNames, readSheets } from "../boundary/package.mjs";
import { records } from "./bundle.mjs";
import { DAY, fill, make, payloads, textOf } from "./made.mjs";

const { version: VERSION } = JSON.parse(readFileSync(new URL("../../dist/npm/package.json", import.meta.url), "utf8"));

const EDITIONS = ["2013", "2022"];
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
/** An apostrophe where a CSV has ours. */
const INSIDE = /([;\t\n])'(?='*[=+\-@＝＋－＠])/g;
const CSV = ["statement", "gaps", "plan", "documents"];

/** Assessments with the texts turned by a place a time, so that every text comes into every field; fewer of them in the everyday run. */
function* turned(edition, step) {
  for (let turn = 0; turn < payloads.length; turn += process.env.READINESS_LONG ? 1 : step) {
    const assessment = filled(edition, [...payloads.slice(turn), ...payloads.slice(0, turn)]);
    yield assessment;
    assessment.free();
  }
}

function filled(edition, texts = payloads) {
  const assessment = Assessment.create(edition, { id: "0b9a6f0e-52a1-4c0e-9d59-1f6a3b1f7f11" });
  fill(assessment, texts);
  return assessment;
}

const sheetsOf = async (bytes) => (await readSheets(bytes, { name: "sheet.csv" })).sheets;
/** Every cell of every sheet. */
const cellsOf = async (bytes) => (await sheetsOf(bytes)).flatMap(({ rows }) => rows.flat());

test("the guard begins every formula, once more where an apostrophe stands already, and leaves other text alone", () => {
  const assessment = Assessment.create("2022");
  const guarded = (owner) => {
    assessment.annotate("A.5.1", { owner });
    const [labels, ...rows] = records(textOf(make("statement", assessment)).slice(1), ",").rows;
    return rows.find(([id]) => id === "A.5.1")[labels.indexOf("Owner")];
  };
  for (const text of payloads) {
    const once = guarded(text);
    for (const [was, now] of [
      [text, once],
      [once, guarded(once)],
    ]) {
      assert.equal(now.startsWith("'"), was.startsWith("'") || FORMULA.test(was), JSON.stringify(was));
      if (FORMULA.test(was)) assert.ok(now.length > was.replace(/\r\n/g, "\n").length, JSON.stringify(now));
      assert.ok(!/^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(now), JSON.stringify(now));
    }
  }
  assert.equal(guarded("plain"), "plain");
  assessment.free();
});

for (const edition of EDITIONS) {
  test(`${edition}: no cell of a CSV begins a formula, in whichever separator it is read`, () => {
    let cells = 0;
    for (const assessment of turned(edition, 3)) {
      for (const name of CSV) {
        const text = textOf(make(name, assessment));
        assert.ok(text.startsWith('\ufeff"') && text.endsWith("\r\n"), name);
        const rows = records(text.slice(1), ",").rows;
        for (const row of rows) {
          assert.equal(row.length, rows[0].length, name);
          for (const cell of row) {
            cells += 1;
            assert.ok(!/^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(cell), JSON.stringify(cell));
          }
        }
        for (const separator of [";", "\t"]) {
          for (const cell of records(text.slice(1), separator).rows.flat())
            assert.ok(!/^"?[=+\-@＝＋－＠]/.test(cell), JSON.stringify(cell));
        }
      }
    }
    assert.ok(cells > 100_000, `${cells} cells`);
  });

  test(`${edition}: what was written comes back: CSV and workbook, with nothing to change`, async () => {
    for (const assessment of [Assessment.create(edition), Assessment.example(edition), filled(edition)]) {
      for (const name of ["statement", "workbook"]) {
        const { changes, refused } = assessment.propose(await sheetsOf(make(name, assessment).bytes));
        assert.deepEqual({ changes, refused }, { changes: [], refused: [] }, name);
      }
      assessment.free();
    }
  });

  test(`${edition}: a sheet of one assessment makes the same statement of another`, async () => {
    for (const name of ["statement", "workbook"]) {
      const texts = payloads.filter(
        (text) =>
          // A new cell that says this is an error of the spreadsheet.
          text !== "#REF!" &&
          text.trim() !== "" &&
          !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff<]/.test(text),
      );
      const [from, to] = [filled(edition, texts), Assessment.create(edition)];
      const sheets = await sheetsOf(make(name, from).bytes);
      const proposal = to.propose(sheets);
      assert.deepEqual(proposal.refused, []);
      to.apply(proposal);
      assert.deepEqual(to.propose(sheets).changes, [], name);
      const [one, other] = [from.soa(), to.soa()];
      for (const [index, row] of one.entries()) {
        for (const field of ["answer", "applicable", "because", "state"])
          assert.deepEqual(other[index][field], row[field], row.id);
        // Sheets keep no white space around a text, and one kind of line end. What a workbook shows after a separator
        // is what a CSV shows guarded.
        const bare = (text) => text.replace(/\r\n?/g, "\n").trim();
        const said = (text) => bare(name === "workbook" ? text.replace(INSIDE, "$1") : text);
        for (const field of ["reason", "inclusionNote", "owner", "note"])
          assert.equal(bare(other[index][field]), said(row[field]), `${name}, ${row.id}, ${field}`);
        const line = (text) => text.replace(/\s+/g, " ").trim();
        assert.deepEqual(
          other[index].evidence.map(({ label, href }) => [line(label), line(href)]),
          row.evidence.map(({ label, href }, at) => [said((at > 0 ? "\n" : "") + line(label)), said(line(href))]),
          `${name}, ${row.id}`,
        );
      }
      from.free();
      to.free();
    }
  });

  test(`${edition}: the same assessment gives the same bytes, in any time zone`, () => {
    const code = `
      import { Assessment, exportNames } from "../boundary/package.mjs";
      import { make } from "./made.mjs";
      import { createHash } from "node:crypto";
      const a = Assessment.example("${edition}");
      for (const name of exportNames()) console.log(name, createHash("sha256").update(make(name, a).bytes).digest("hex"));`;
    const runs = [
      ["UTC", "C"],
      ["Pacific/Kiritimati", "de-DE"],
      ["America/St_Johns", "ar-EG"],
    ].map(([TZ, LANG]) => {
      const run = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
        cwd: import.meta.dirname,
        env: { ...process.env, TZ, LANG, LC_ALL: LANG },
        encoding: "utf8",
      });
      assert.equal(run.status, 0, run.stderr);
      return run.stdout;
    });
    assert.equal(new Set(runs).size, 1);
    assert.equal(runs[0].trim().split("\n").length, exportNames().length);
  });

  test(`${edition}: what is anonymous holds nothing that people typed`, async () => {
    const assessment = Assessment.create(edition, { id: "0b9a6f0e-52a1-4c0e-9d59-1f6a3b1f7f11" });
    const count = fill(
      assessment,
      Array.from({ length: 3000 }, (_, index) => `https://zqx${index}zqx.example/`),
    );
    assert.ok(count > 800, `${count} fields`);
    for (const name of exportNames()) {
      const content = async (made) => (name === "workbook" ? (await cellsOf(made.bytes)).join("\n") : textOf(made));
      const made = make(name, assessment, { anonymous: true });
      assert.ok(!/zqx|0b9a6f0e/.test(await content(made)), name);
      assert.equal(made.name.startsWith("anonymous-2026-11-23"), true, made.name);
      assert.ok(/zqx/.test(await content(make(name, assessment))) || name === "oscal-catalog", name);
    }
    // The scores are those of the whole.
    assert.deepEqual(JSON.parse(textOf(make("result", assessment, { anonymous: true }))).report, assessment.report());
    assessment.free();
  });

  test(`${edition}: every export says method, edition and version`, async () => {
    const assessment = Assessment.example(edition);
    for (const name of exportNames()) {
      const made = make(name, assessment);
      const content = name === "workbook" ? (await cellsOf(made.bytes)).join("\n") : textOf(made);
      // The file that is opened again says how it is to be read; its reader states the rest.
      const wanted =
        name === "assessment"
          ? [`"edition":"${edition}"`, '"version":1']
          : ["readiness/2", edition, ...(name === "result" ? [] : [VERSION])];
      for (const word of wanted) assert.ok(content.replaceAll('": ', '":').includes(word), `${name}: ${word}`);
    }
    assessment.free();
  });

  test(`${edition}: a report in HTML has no script, loads nothing, and shows text as text`, () => {
    for (const assessment of turned(edition, 40)) {
      const text = textOf(make("report-html", assessment));
      const tags = new Set([...text.matchAll(/<(\/?)([a-zA-Z][^\s>/]*)/g)].map(([, , name]) => name));
      const ours = [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "nav",
        "h1",
        "h2",
        "p",
        "div",
        "span",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "bdi",
        "br",
        "a",
      ];
      assert.deepEqual(
        [...tags].filter((tag) => !ours.includes(tag)),
        [],
      );
      const places = [...text.matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => `#${id}`);
      assert.equal(places.length, 7);
      for (const [, href] of text.matchAll(/<a href="([^"]*)"/g))
        assert.ok(places.includes(href) || /^(https?|mailto):/.test(href), href);
      for (const [, style] of text.matchAll(/ style="([^"]*)"/g)) assert.match(style, /^--low:[\d.]+%;--high:[\d.]+%$/);
      for (const [tag] of text.matchAll(/<[a-z][^>]*>/g))
        assert.ok(!/\son\w+=|\ssrc=|javascript:|data:/i.test(tag.replace(/(content|href)="[^"]*"/, "")), tag);
      assert.ok(!/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/.test(text));
      assert.ok(text.includes("[U+202E]evil[U+202C]"));
      assert.ok(text.includes("&lt;script&gt;alert(1)&lt;/script&gt;"));
      assert.ok(!/url\(|@import|<link|http-equiv="refresh"/i.test(text));
    }
  });

  test(`${edition}: a report in Markdown has no tag, image or link but ours`, () => {
    for (const assessment of turned(edition, 40)) {
      const text = textOf(make("report-markdown", assessment));
      const live = text.replace(/\\[\\`*_{}[\]<>()#|~!$^=]/g, "").replaceAll("<br>", "");
      assert.ok(!/[<>`[\]@]|\$/.test(live), live.match(/.{20}[<>`[\]@$].{20}/)?.[0]);
      assert.ok(!/[\u0000-\u0008\u000b-\u001f\u200b-\u200f\u202a-\u202e]/.test(text));
      // No text ends its row or its cell.
      let columns = 0;
      for (const line of text.split("\n")) {
        if (!line.startsWith("|")) columns = 0;
        else {
          const cells = line.replace(/\\[\\|]/g, "").split("|").length;
          if (columns === 0) columns = cells;
          assert.equal(cells, columns, line.slice(0, 200));
        }
      }
    }
  });
}

test("no cell of a workbook is a formula, and the guard stands once", async () => {
  for (const assessment of turned("2022", 40)) {
    const { bytes } = make("workbook", assessment);
    const sheets = await sheetsOf(bytes);
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ["Summary", "Statement of Applicability", "Gaps", "Plan", "Documents"],
    );
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      if (name.includes("worksheets/")) assert.doesNotMatch(strFromU8(part), /<f[ >/]/, name);
    const all = sheets.flatMap(({ rows }) => rows.flat());
    for (const cell of all) assert.ok(!/^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(cell), JSON.stringify(cell));
    assert.ok(all.includes("'=1+1"));
  }
});

test("a file's name is safe wherever it is saved", () => {
  const assessment = Assessment.create("2022");
  for (const name of [
    "Larkfield",
    "../../etc/passwd",
    "CON",
    'a/b\\c:d*e?f"g<h>i|j',
    "..",
    " . ",
    "\u202egnp.exe",
    "x".repeat(300),
    "株式会社",
    "Ünïcode & Söhne GmbH",
    "",
    "\u0000",
    "-rf",
  ]) {
    assessment.setOrganisation({ name });
    const made = make("statement", assessment).name;
    assert.match(made, /^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*-2026-11-23-statement\.csv$/u, name);
    assert.ok(Buffer.byteLength(made) < 200, name);
  }
  assessment.setOrganisation({ name: "Larkfield" });
  assert.equal(make("statement", assessment).name, `larkfield-${DAY}-statement.csv`);
  assert.equal(make("assessment", assessment).name, `larkfield-${DAY}.iso27001.json`);
  assessment.free();
});

test("OSCAL: every finding leads to an observation, every target to a part of the catalog", () => {
  for (const edition of EDITIONS) {
    const assessment = filled(edition);
    const { catalog } = JSON.parse(textOf(make("oscal-catalog", assessment)));
    const results = JSON.parse(textOf(make("oscal-results", assessment)))["assessment-results"];
    const controls = (group) => [...(group.controls ?? []), ...(group.groups ?? []).flatMap(controls)];
    const known = catalog.groups.flatMap(controls);
    assert.equal(known.length, assessment.report().requirements.length);
    const parts = new Set(known.flatMap(({ parts }) => parts.map(({ id }) => id)));
    const [result] = results.results;
    const observed = new Set(result.observations.map(({ uuid }) => uuid));
    for (const uuid of observed)
      assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(observed.size, result.observations.length);
    assert.ok(result.findings.length > 50);
    for (const finding of result.findings) {
      assert.ok(parts.has(finding.target["target-id"]));
      assert.ok(observed.has(finding["related-observations"][0]["observation-uuid"]));
    }
    const ids = new Set(known.map(({ id }) => id));
    for (const { "control-id": id } of result["reviewed-controls"]["control-selections"][0]["include-controls"])
      assert.ok(ids.has(id));
    assessment.free();
  }
});

test("what is refused is refused by its place, and leaves everything as it was", () => {
  const assessment = Assessment.example("2022");
  const refused = (code, subject, ...given) =>
    assert.throws(() => exportAs(...given), { name: "ReadinessError", code, subject });
  refused("unknown-value", "pdf", "pdf", assessment);
  refused("wrong-type", "name", 1, assessment);
  refused("bad-date", "day", "plan", assessment, { day: "tomorrow" });
  refused("unknown-value", "xx", "plan", assessment, { language: "xx" });
  refused("wrong-type", "options.anonymous", "plan", assessment, { anonymous: 1 });
  refused("wrong-type", "options.day", "plan", assessment, { day: new Date(0) });
  refused("wrong-type", "options", "plan", assessment, "anonymous");
  refused("not-usable", "", "plan", {});
  refused("missing-key", "$.format", "plan", "{}");
  assert.deepEqual(exportAs("plan", assessment.toJSON()).bytes, exportAs("plan", assessment).bytes);
  assert.equal(exportAs("plan", assessment).name, exportAs("plan", assessment, null).name);
  assessment.free();
  refused("not-usable", "", "plan", assessment);
});
