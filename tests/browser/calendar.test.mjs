// The dates to the certificate: shown in the plan, counted back from a wished day, and saved as a calendar.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines, launch, sharedSite } from "./driver/index.mjs";
import { Assessment } from "./support/core.mjs";
import { addressOf, click, opened, PLACES, started, state, texts, visit } from "./support/steps.mjs";

const TITLE = "Dates to the certificate";
const STEPS = [
  "Run the ISMS and keep records",
  "Internal audit",
  "Management review",
  "Stage 1 audit",
  "Stage 2 audit",
  "Certificate wanted",
  "First surveillance audit",
];
/** Counted back from 28 November 2035. */
const DAYS = ["20350516", "20350808", "20350905", "20351003", "20351031", "20351128", "20361029"];

const host = sharedSite();

for (const engine of engines) {
  for (const place of PLACES) {
    describe(`${engine}, from ${place}`, { timeout: 120_000 }, () => {
      let page;
      before(async () => {
        page = await launch(engine);
        await started(page, addressOf(place, host));
        await opened(page, Assessment.example("2022").toJSON());
        await visit(page, "plan");
      });
      after(() => page?.close());

      const shown = () => texts(page, ".fold dl.about dt");
      const days = () => texts(page, ".fold dl.about dd");

      test("the plan counts the steps on from today, and back from a wished day", async () => {
        const before = await state(page);
        await click(page, { css: "summary", text: TITLE });
        await page.waitFor(async () => (await shown()).length === STEPS.length, "the steps");
        assert.deepEqual(await shown(), STEPS);
        const today = await days();
        await page.fill("#calendar-certificate", "2035-11-28");
        await page.waitFor(async () => /^28 Nov/.test((await days())[5]), "the steps before that day");
        assert.notDeepEqual(await days(), today);
        assert(!(await texts(page, ".lacking")).some((said) => said.startsWith("The first date has passed")));
        assert.equal(await state(page), before, "dates are no answers");
      });

      test("the calendar is saved as a file with an event a step", async () => {
        await click(page, { css: "button", text: "Save calendar (ICS)" });
        const [{ name, bytes }] = await page.downloads(1);
        assert.match(name, /-\d{4}-\d\d-\d\d-calendar\.ics$/);
        const lines = Buffer.from(bytes).toString("utf8").replaceAll("\r\n ", "").split("\r\n");
        const of = (property) => lines.filter((line) => line.startsWith(property)).map((line) => line.split(":")[1]);
        assert.deepEqual(of("DTSTART;VALUE=DATE"), DAYS);
        assert.deepEqual(of("SUMMARY"), STEPS);
        assert.equal(new Set(of("UID")).size, STEPS.length);
      });

      test("a day that is too soon is said", async () => {
        await page.fill("#calendar-certificate", "2020-01-01");
        await page.waitFor(
          async () => (await texts(page, ".lacking")).some((said) => said.startsWith("The first date has passed")),
          "the page to say so",
        );
        assert.deepEqual(await page.consoleErrors(), []);
      });
    });
  }
}
