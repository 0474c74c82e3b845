// Large honest files: what would be tens of thousands of rows is folded, and every view stays quick.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { Assessment } from "./support/core.mjs";
import { jump, started } from "./support/steps.mjs";

/** As many as two megabytes hold. */
const LINKS = 20_000;
const SNAPSHOTS = 9_000;
const MOST_NODES = 6_000;

function large() {
  const assessment = JSON.parse(Assessment.example("2022").toJSON());
  assessment.requirements["A.5.1"].evidence = Array.from({ length: LINKS }, (_, at) => ({
    label: "",
    href: `https://e.example/${at}`,
  }));
  assessment.snapshots = Array.from({ length: SNAPSHOTS }, (_, at) => ({
    at: new Date(Date.UTC(2020, 0, 1) + at * 60_000).toISOString().replace(".000", ""),
    label: "",
    overall: { low: at % 5000, high: 5000 + (at % 5000) },
  }));
  return Buffer.from(JSON.stringify(assessment));
}

const host = sharedSite();

for (const engine of engines) {
  describe(`a large file in ${engine}`, { timeout: 180_000 }, () => {
    let page;
    before(async () => {
      page = await launch(engine);
      await started(page, `${host.url}#/data`);
      await page.setFile("#data-file", { name: "large.iso27001.json", bytes: large() });
      await page.waitFor(
        () =>
          page.evaluate(
            (n) => document.querySelector("iso27001-readiness").session.file.snapshots?.length === n,
            SNAPSHOTS,
          ),
        "the file to be open",
      );
    });
    after(() => page?.close());
    const nodes = () =>
      page.evaluate(() => document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll("*").length);

    test("no view draws more than a person can look at", async () => {
      const counted = {};
      for (const view of ["assess/governance", "statement", "compare", "result", "plan", "documents", "data"]) {
        await jump(page, view);
        counted[view] = await nodes();
      }
      for (const [view, count] of Object.entries(counted))
        assert.ok(count < MOST_NODES, JSON.stringify({ view, count }));
    });

    test("more links can be unfolded", async () => {
      await jump(page, "assess/governance");
      await page.evaluate(() => {
        const root = document.querySelector("iso27001-readiness").shadowRoot;
        for (const fold of root.querySelectorAll("details")) fold.open = true;
      });
      const shown = () =>
        page.evaluate(
          () => document.querySelector("iso27001-readiness").shadowRoot.querySelectorAll(".evidence li").length,
        );
      await page.waitFor(async () => (await shown()) > 0, "the first links");
      const at = await shown();
      assert.ok(at > 0 && at < 100, String(at));
      await page.click(".evidence .more button");
      await page.waitFor(async () => (await shown()) === at + 25, "the next links");
    });
  });
}
