// The review desk: many files in, each recomputed by the crate, and nothing out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { deskFile, engines, launch, offlineFile, sharedSite } from "./driver/index.mjs";
import { violations } from "./support/access.mjs";
import { forged, made, packed } from "./support/portfolio.mjs";

const [ready, open, other] = [3, 4, 1].map((number) => made(number));
const bare = made(2, { edition: "2013", name: "=Bare & <Co>" });

const ARCHIVE = packed({
  "a/ready.json": ready.result,
  "a/forged.json": forged(open.result),
  "bare.json": bare.text,
  "again.json": ready.text,
  "notes.txt": "Minutes of the meeting",
  "broken.json": ready.text.slice(0, 200),
  "inside.zip": packed({ "x.json": other.text }),
});
/** A download that broke off in its second file. */
const TWO = packed({ "whole.json": made(6).result, "half.json": other.text });
const PARTS = {
  "vendor.json": other.text,
  "empty.json": "",
  "whole.zip": ARCHIVE,
  "cut.zip": TWO.slice(0, Buffer.from(TWO).indexOf("half.json") + 200),
  "letter.docx": packed({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }),
};

/** Drops files on the page, as a person does. */
const drop = (page, files) =>
  page.evaluate(
    (named) => {
      const data = new DataTransfer();
      for (const [name, bytes] of named) data.items.add(new File([new Uint8Array(bytes)], name));
      window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    Object.entries(files).map(([name, content]) => [name, [...Buffer.from(content)]]),
  );

const started = (page) =>
  page.waitFor(
    () => page.evaluate(() => document.querySelector("iso27001-desk")?.desk.engine !== undefined),
    "the engine",
  );

const rested = (page, count) =>
  page.waitFor(
    () =>
      page.evaluate((wanted) => {
        const { desk } = document.querySelector("iso27001-desk");
        return !desk.busy && desk.rows.length + desk.bad.length >= wanted;
      }, count),
    `${count} files to be read`,
    60_000,
  );

/** The table as it is drawn. */
const rows = (page) =>
  page.evaluate(async () => {
    const element = document.querySelector("iso27001-desk");
    await element.updateComplete;
    return [...element.shadowRoot.querySelectorAll(".overview tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.innerText.trim().replace(/\s+/g, " ")),
    );
  });

const badOnes = (page) =>
  page.evaluate(async () => {
    const element = document.querySelector("iso27001-desk");
    await element.updateComplete;
    return [...element.shadowRoot.querySelectorAll("#bad tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.innerText.trim()),
    );
  });

const host = sharedSite();

for (const engine of engines) {
  for (const place of ["a host", "a file"]) {
    describe(`${engine}, the desk from ${place}`, { timeout: 180_000 }, () => {
      let page;
      before(async () => {
        page = await launch(engine);
        host.asked.length = 0;
        await page.open(place === "a host" ? `${host.url}iso27001-desk.html` : deskFile);
        await started(page);
      });
      after(() => page?.close());

      test("it computes beside the page, in a worker", async () => {
        assert.equal(await page.evaluate(() => document.querySelector("iso27001-desk").desk.engine.apart), true);
      });

      test("files and archives are recomputed, and what cannot be read is listed with its reason", async () => {
        await drop(page, PARTS);
        await rested(page, 13);
        const found = new Map((await rows(page)).map((row) => [row[0], row]));
        assert.deepEqual([...found.keys()].map((name) => name.replace(/ Same id.*/, "")).sort(), [
          "=Bare & <Co>",
          "Vendor 1",
          "Vendor 3",
          "Vendor 3",
          "Vendor 4",
          "Vendor 6",
        ]);
        assert.equal(found.get("Vendor 3")?.[9], "Verified");
        assert.equal(found.get("Vendor 4")?.[9], "Claimed otherwise");
        assert.equal(found.get("=Bare & <Co>")?.[9], "Assessment only");
        assert.equal(found.get("=Bare & <Co>")?.[1], "2013");
        assert(found.has("Vendor 3 Same id as Vendor 3"));
        const { findings } = open.summary;
        // The figures are those of the answers, whatever was claimed.
        assert.deepEqual(found.get("Vendor 4")?.slice(5, 7), [String(findings.major), String(findings.minor)]);
        const bad = new Map(await badOnes(page));
        assert.deepEqual([...bad.keys()].sort(), [
          "cut.zip",
          "cut.zip/half.json",
          "empty.json",
          "letter.docx",
          "whole.zip/broken.json",
          "whole.zip/inside.zip",
          "whole.zip/notes.txt",
        ]);
        assert.match(bad.get("cut.zip"), /Its whole files were read, and the others are missing/);
        assert.match(bad.get("cut.zip/half.json"), /damaged or cut off/);
        assert.match(bad.get("letter.docx"), /document or spreadsheet/);
        assert.match(bad.get("whole.zip/notes.txt"), /neither an assessment nor a result/);
        assert.match(bad.get("whole.zip/inside.zip"), /archive inside an archive/);
        assert.match(bad.get("whole.zip/broken.json"), /line 1, column 201/);
      });

      test("the table is sorted and filtered by what stands in it", async () => {
        await page.click({ css: ".overview button", text: "Majors" });
        const majors = (await rows(page)).map((row) => Number(row[5]));
        assert.deepEqual(
          majors,
          [...majors].sort((one, two) => two - one),
        );
        await page.click({ css: ".overview button", text: "Majors" });
        assert.deepEqual(
          (await rows(page)).map((row) => Number(row[5])),
          majors.reverse(),
        );
        await page.fill("#find", "bare");
        await page.waitFor(async () => (await rows(page)).length === 1, "one row that fits");
        await page.fill("#find", "");
        await page.select("#claim", "differs");
        assert.deepEqual(
          (await rows(page)).map(([name]) => name),
          ["Vendor 4"],
        );
        await page.select("#claim", "");
      });

      test("the rows go out as CSV, each text as text", async () => {
        await page.click({ css: "button", text: "Export as CSV" });
        const [file] = await page.downloads();
        assert.match(file.name, /^review-desk-\d{4}-\d\d-\d\d\.csv$/);
        const lines = file.bytes.toString("utf8").split("\r\n");
        assert.equal(lines.length, 8);
        assert(
          lines.some((line) => line.startsWith(`"'=Bare & <Co>","2013"`)),
          lines.join("\n"),
        );
      });

      test("nothing is asked for, and the policy refuses the worker what it refuses the page", async () => {
        const worker = await page.evaluate(
          (base) =>
            new Promise((done) => {
              const script = `fetch("${base}/worker").then(() => postMessage("out"), () => postMessage("refused"))`;
              // From a timer: what a driver runs itself, a browser may let past the policy.
              setTimeout(() => {
                // By way of the desk's own start, whose name for trusted addresses nobody else may take.
                const [make, Real] = [URL.createObjectURL, Worker];
                URL.createObjectURL = () => make.call(URL, new Blob([script]));
                globalThis.Worker = class extends Real {
                  constructor(url) {
                    super(url);
                    this.addEventListener("message", ({ data }) => done(data));
                    this.addEventListener("error", () => done("no worker"));
                  }
                };
                const { desk } = document.querySelector("iso27001-desk");
                void desk.start().finally(() => {
                  URL.createObjectURL = make;
                  globalThis.Worker = Real;
                });
              });
            }),
          host.url.slice(0, -1),
        );
        assert.equal(worker, "refused");
        assert.deepEqual(await page.requests(), []);
        assert.deepEqual(host.asked, place === "a host" ? ["/iso27001-desk.html"] : []);
      });

      if (engine === "chromium" && place === "a host")
        test("axe finds nothing", async () => {
          assert.deepEqual(await violations(page), []);
        });
    });
  }

  // WebKit's driver has no means to run something before the page's own scripts.
  if (engine !== "webkit")
    test(`${engine}: where no worker is allowed, the page takes turns with reading`, {
      timeout: 120_000,
    }, async (context) => {
      const page = await launch(engine);
      context.after(() => page.close());
      await page.early(() => {
        globalThis.Worker = class {
          constructor() {
            throw new DOMException("refused", "SecurityError");
          }
        };
      });
      await page.open(`${host.url}iso27001-desk.html`);
      await started(page);
      await drop(page, PARTS);
      await rested(page, 13);
      assert.equal((await rows(page)).length, 6);
      assert.equal(await page.evaluate(() => document.querySelector("iso27001-desk").desk.engine.apart), false);
    });
}

for (const engine of engines)
  test(`${engine}: a copy of the page gives the answers inside, and the published page has none`, {
    timeout: 120_000,
  }, async (context) => {
    const page = await launch(engine);
    context.after(() => page.close());
    await page.open(deskFile);
    await started(page);
    const published = readFileSync(new URL(offlineFile));
    const block = `<script type="application/json" id="answers">${open.text.replaceAll("<", "\\u003c")}</script>`;
    const at = published.lastIndexOf("</body></html>");
    const copy = Buffer.concat([published.subarray(0, at), Buffer.from(block), published.subarray(at)]);
    await page.setFile("#files", { name: "copy.html", bytes: copy });
    await rested(page, 1);
    await page.setFile("#files", { name: "published.html", bytes: published });
    await rested(page, 2);
    const [row] = await rows(page);
    assert.deepEqual([row[0], row[9]], ["Vendor 4", "Assessment only"]);
    assert.deepEqual(row.slice(5, 7), [String(open.summary.findings.major), String(open.summary.findings.minor)]);
    assert.deepEqual(await badOnes(page), [["published.html", "The file or archive holds nothing."]]);
  });

for (const engine of engines)
  test(`${engine}: of a folder with 100,000 files it is said first how many are too many`, {
    timeout: 180_000,
  }, async (context) => {
    const page = await launch(engine);
    context.after(() => page.close());
    await page.open(deskFile);
    await started(page);
    await page.evaluate((text) => {
      const test = { opened: 0, portions: 0 };
      globalThis.__test = test;
      const gate = (name) => new Promise((done) => (test[name] = done));
      const gates = { folder: gate("goOn"), files: gate("read") };
      const real = Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = async function () {
        await gates.files;
        return real.call(this);
      };
      // The assessments come last, behind pictures.
      const entry = (number) => {
        const name = number < 99_980 ? `${number}.png` : `${number}.json`;
        const file = (done) => {
          test.opened += 1;
          done(new File([number < 99_980 ? "x" : text], name));
        };
        return { isFile: true, name, file };
      };
      const readEntries = async (done) => {
        const from = 100 * test.portions;
        test.portions += 1;
        if (from === 600) await gates.folder;
        done(from < 100_000 ? Array.from({ length: 100 }, (_, at) => entry(from + at)) : []);
      };
      const folder = { isFile: false, isDirectory: true, name: "all", createReader: () => ({ readEntries }) };
      const items = [{ webkitGetAsEntry: () => folder, getAsFile: () => null }];
      const event = new Event("drop", { cancelable: true });
      Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], items } });
      dispatchEvent(event);
    }, other.text);
    const says = (text) => page.waitFor(async () => (await page.text("#progress-text")) === text, text);
    await says("500 files found so far.");
    await page.evaluate(() => globalThis.__test.goOn());
    await says("0 of 5,000 files read. 95,000 more are beyond the 5,000 that the desk holds.");
    assert.equal(await page.evaluate(() => globalThis.__test.opened), 5_020);
    await page.evaluate(() => globalThis.__test.read());
    await rested(page, 5_000);
    await says(
      "20 files read. 4,980 files could not be read. 95,000 files were not read: the desk holds at most 5,000.",
    );
  });

test("reading can be called off, more than the desk holds is said, and nothing large is done at once", {
  timeout: 180_000,
}, async (context) => {
  const page = await launch(engines[0]);
  context.after(() => page.close());
  await page.open(deskFile);
  await started(page);
  // The most bytes that the page copies at once while nobody can type.
  await page.evaluate(() => {
    const real = Blob.prototype.arrayBuffer;
    globalThis.__most = 0;
    Blob.prototype.arrayBuffer = function () {
      globalThis.__most = Math.max(globalThis.__most, this.size);
      return real.call(this);
    };
  });
  const many = Object.fromEntries(Array.from({ length: 5_003 }, (_, at) => [`${at}.json`, other.text]));
  const archive = packed(many);
  assert(archive.length > 4 * 1024 * 1024, String(archive.length));
  await page.setFile("#files", { name: "many.zip", bytes: archive });
  await page.click("#cancel");
  await page.waitFor(() => page.evaluate(() => !document.querySelector("iso27001-desk").desk.busy), "an end");
  const read = await page.evaluate(() => document.querySelector("iso27001-desk").desk.rows.length);
  assert(read < 5_000, String(read));
  assert.match(await page.text("#progress-text"), /^Reading stopped\./);
  await page.setFile("#files", { name: "many.zip", bytes: archive });
  await rested(page, 5_000);
  assert.equal(await page.evaluate(() => globalThis.__most), 2 * 1024 * 1024);
  assert.equal((await rows(page)).length, 50);
  assert.match(
    await page.text("#progress-text"),
    new RegExp(`${(read + 3).toLocaleString("en-GB")} files were not read`),
  );
});
