import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { Assessment, exports } from "./bundle.mjs";
import { anonymous, bytesOf, DAY, fill, make, payloads, sourceOf, textOf } from "./made.mjs";

const EDITIONS = ["2013", "2022"];
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
/** An apostrophe where a CSV has ours. */
const INSIDE = /([;\t\n])'(?='*[=+\-@＝＋－＠])/g;
const CSV = ["statement", "gaps", "plan", "documents"];

/** Assessments with the texts turned by a place a time, so that every text comes into every field; fewer of them in the everyday run. */
function* turned(edition, step) {
  for (let turn = 0; turn < payloads.length; turn += process.env.READINESS_LONG ? 1 : step) {
    const assessment = filled(edition, [...payloads.slice(turn), ...payloads.slice(0, turn)]);
    yield sourceOf(assessment);
    assessment.free();
  }
}

function filled(edition, texts = payloads) {
  const assessment = Assessment.create(edition, { id: "0b9a6f0e-52a1-4c0e-9d59-1f6a3b1f7f11" });
  fill(assessment, texts);
  return assessment;
}

const sheetsOf = async (bytes) => (await exports.readSheets(bytes, { name: "sheet.csv" })).sheets;
/** Every cell of every sheet. */
const cellsOf = async (bytes) => (await sheetsOf(bytes)).flatMap(({ rows }) => rows.flat());

test("the guard begins every formula, and leaves other text alone", () => {
  for (const text of payloads) {
    for (const again of [
      text,
      exports.guard(text),
      exports.guardInside(text),
      exports.guardInside(exports.guardInside(text)),
    ]) {
      const guarded = exports.guard(again);
      assert.equal(guarded !== again, FORMULA.test(again), JSON.stringify(again));
      assert.ok(!/^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(guarded), JSON.stringify(guarded));
    }
  }
});

for (const edition of EDITIONS) {
  test(`${edition}: no cell of a CSV begins a formula, in whichever separator it is read`, () => {
    let cells = 0;
    for (const source of turned(edition, 3)) {
      for (const name of CSV) {
        const text = textOf(make(name, source));
        assert.ok(text.startsWith('\ufeff"') && text.endsWith("\r\n"), name);
        const rows = exports.records(text.slice(1), ",").rows;
        for (const row of rows) {
          assert.equal(row.length, rows[0].length, name);
          for (const cell of row) {
            cells += 1;
            assert.ok(!/^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(cell), JSON.stringify(cell));
          }
        }
        for (const separator of [";", "\t"]) {
          for (const cell of exports.records(text.slice(1), separator).rows.flat())
            assert.ok(!/^"?[=+\-@＝＋－＠]/.test(cell), JSON.stringify(cell));
        }
      }
    }
    assert.ok(cells > 100_000, `${cells} cells`);
  });

  test(`${edition}: what was written comes back: CSV and workbook, with nothing to change`, async () => {
    for (const assessment of [Assessment.create(edition), Assessment.example(edition), filled(edition)]) {
      const source = sourceOf(assessment);
      for (const name of ["statement", "workbook"]) {
        const { changes, refused } = assessment.propose(await sheetsOf(bytesOf(make(name, source))));
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
      const sheets = await sheetsOf(bytesOf(make(name, sourceOf(from))));
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
      import { Assessment, exports } from "./bundle.mjs";
      import { bytesOf, make, sourceOf } from "./made.mjs";
      import { createHash } from "node:crypto";
      const a = Assessment.example("${edition}");
      for (const name of exports.NAMES) { const made = make(name, sourceOf(a)); console.log(name, made && createHash("sha256").update(bytesOf(made)).digest("hex")); }`;
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
    assert.equal(runs[0].trim().split("\n").length, exports.NAMES.length);
  });

  test(`${edition}: what is anonymous holds nothing that people typed`, async () => {
    const assessment = Assessment.create(edition, { id: "0b9a6f0e-52a1-4c0e-9d59-1f6a3b1f7f11" });
    const count = fill(
      assessment,
      Array.from({ length: 3000 }, (_, index) => `https://zqx${index}zqx.example/`),
    );
    assert.ok(count > 800, `${count} fields`);
    const source = anonymous(assessment);
    for (const name of exports.NAMES) {
      const made = make(name, source);
      if (made === null) continue;
      const content = name === "workbook" ? (await cellsOf(made.content)).join("\n") : textOf(made);
      assert.ok(!/zqx|0b9a6f0e/.test(content), name);
      assert.equal(made.name.startsWith("anonymous-2026-11-23"), true, made.name);
      assert.ok(
        /zqx/.test(
          name === "workbook"
            ? (await cellsOf(make(name, sourceOf(assessment)).content)).join("\n")
            : textOf(make(name, sourceOf(assessment))),
        ) || name === "oscal-catalog",
        name,
      );
    }
    // The scores are those of the whole.
    assert.deepEqual(source.report, assessment.report());
    assessment.free();
  });

  test(`${edition}: every export says method, edition and version`, async () => {
    const assessment = Assessment.example(edition);
    const source = sourceOf(assessment);
    for (const name of exports.NAMES) {
      const made = make(name, source);
      if (made === null) continue;
      const content = name === "workbook" ? (await cellsOf(made.content)).join("\n") : textOf(made);
      // The file that is opened again says how it is to be read; its reader states the rest.
      const wanted =
        name === "assessment"
          ? [`"edition":"${edition}"`, '"version":1']
          : ["readiness/2", edition, ...(name === "result" ? [] : ["1.2.3"])];
      for (const word of wanted) assert.ok(content.replaceAll('": ', '":').includes(word), `${name}: ${word}`);
    }
    assessment.free();
  });

  test(`${edition}: a report in HTML has no script, loads nothing, and shows text as text`, () => {
    for (const source of turned(edition, 40)) {
      const text = textOf(make("report-html", source));
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
    for (const source of turned(edition, 40)) {
      const text = textOf(make("report-markdown", source));
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
  for (const source of turned("2022", 40)) {
    const { content } = make("workbook", source);
    const sheets = await sheetsOf(content);
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ["Summary", "Statement of Applicability", "Gaps", "Plan", "Documents"],
    );
    for (const [name, part] of Object.entries(unzipSync(content)))
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
    const made = make("statement", sourceOf(assessment)).name;
    assert.match(made, /^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*-2026-11-23-statement\.csv$/u, name);
    assert.ok(Buffer.byteLength(made) < 200, name);
  }
  assessment.setOrganisation({ name: "Larkfield" });
  assert.equal(make("statement", sourceOf(assessment)).name, `larkfield-${DAY}-statement.csv`);
  assert.equal(make("assessment", sourceOf(assessment)).name, `larkfield-${DAY}.iso27001.json`);
  assessment.free();
});

test("a UUID of version 5 follows from its name", () => {
  const hex = (bytes) => Buffer.from(bytes).toString("hex");
  assert.equal(hex(exports.sha1(new TextEncoder().encode("abc"))), "a9993e364706816aba3e25717850c26c9cd0d89d");
  assert.equal(hex(exports.sha1(new Uint8Array(0))), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  assert.equal(
    hex(exports.sha1(new TextEncoder().encode("a".repeat(1000)))),
    "291e9a6c66994949b57ba5e650361e98fc36b1ba",
  );
  assert.match(exports.uuid("x"), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(exports.uuid("x"), exports.uuid("x"));
});

test("OSCAL: every finding leads to an observation, every target to a part of the catalog", () => {
  for (const edition of EDITIONS) {
    const assessment = filled(edition);
    const source = sourceOf(assessment);
    const { catalog } = JSON.parse(textOf(make("oscal-catalog", source)));
    const results = JSON.parse(textOf(make("oscal-results", source)))["assessment-results"];
    const controls = (group) => [...(group.controls ?? []), ...(group.groups ?? []).flatMap(controls)];
    const known = catalog.groups.flatMap(controls);
    assert.equal(known.length, source.report.requirements.length);
    const parts = new Set(known.flatMap(({ parts }) => parts.map(({ id }) => id)));
    const [result] = results.results;
    const observed = new Set(result.observations.map(({ uuid }) => uuid));
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
