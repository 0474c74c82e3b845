// The page beside SurveyJS with the same questions, in Chromium, over a line of 1.6 Mbit/s with 150 ms there and back, both
// taking turns: `node tests/bench/beside.mjs [TURNS]` prints a table in Markdown. First `npm ci --prefix tests/bench/peer`.
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { brotliCompressSync } from "node:zlib";
import { launch } from "../browser/driver/index.mjs";
import { FILES, html, start } from "./peer/page.mjs";

const TURNS = Number(process.argv[2] ?? 5);
const SLOWDOWNS = [1, 4, 20];
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
/** Frames come as soon as they are ready: else every figure is rounded up to the display's 16.7 ms. */
const UNPACED = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];
const ANSWERS = 20;

const packed = new Map();
const add = (path, type, content) => packed.set(path, { type, body: brotliCompressSync(content) });
add("/ours/", "text/html", await readFile(new URL("../../dist/iso27001-readiness.html", import.meta.url)));
add("/theirs/", "text/html", html);
add("/theirs/start.js", "text/javascript", start());
for (const [name, file] of Object.entries(FILES))
  add(`/theirs/${name}`, name.endsWith("css") ? "text/css" : "text/javascript", await readFile(file));

const server = createServer((request, response) => {
  const found = packed.get(new URL(request.url, "http://127.0.0.1").pathname);
  if (!found) return response.writeHead(404).end();
  response.setHeader("Content-Type", `${found.type}; charset=utf-8`);
  response.setHeader("Content-Encoding", "br");
  response.end(found.body);
}).listen(0, "127.0.0.1");
await once(server, "listening");
const base = `http://127.0.0.1:${server.address().port}`;

const bytes = (folder) =>
  [...packed].filter(([path]) => path.startsWith(folder)).reduce((sum, [, { body }]) => sum + body.length, 0);

/** Runs before the page's own scripts: says when the first question can be seen. */
function watch() {
  const look = () => {
    const root = document.querySelector("iso27001-readiness")?.shadowRoot ?? document;
    const radio = [...root.querySelectorAll("input[type=radio]")].find((one) => one.getClientRects().length > 0);
    if (radio) globalThis.__question = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

const SIDES = {
  ours: {
    home: `${base}/ours/`,
    first: `${base}/ours/#/assess`,
    questions: `${base}/ours/#/assess/4`,
    /** From an answer to the whole result, in the page's own core. */
    score: (answers) => {
      let time;
      document.querySelector("iso27001-readiness").session.store.change("", "bench", (assessment) => {
        const begin = performance.now();
        for (let one = 0; one < answers; one += 1) {
          assessment.respond(`A.8.${1 + (one % 34)}`, one % 6);
          assessment.summary();
        }
        time = (performance.now() - begin) / answers;
      });
      return time;
    },
    answers: 1000,
  },
  theirs: {
    home: `${base}/theirs/`,
    first: `${base}/theirs/`,
    questions: `${base}/theirs/`,
    /** In a survey that is not drawn. */
    score: (answers) => {
      const model = new globalThis.Survey.Model(globalThis.made);
      const begin = performance.now();
      for (let one = 0; one < answers; one += 1) {
        model.setValue(`q_A_8_${1 + (one % 34)}`, one % 6);
        if (typeof model.getVariable("overall") !== "number") throw new Error("no score");
      }
      return (performance.now() - begin) / answers;
    },
    answers: 100,
  },
};

/** From a click on an answer to the frame that shows it. */
async function answered(most) {
  const root = document.querySelector("iso27001-readiness")?.shadowRoot ?? document;
  const radios = [...root.querySelectorAll("input[type=radio]")].filter((one) => one.getClientRects().length > 0);
  const times = [];
  for (const radio of radios.slice(0, most)) {
    const begin = performance.now();
    radio.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - begin);
  }
  return times;
}

const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];
const found = new Map();
const note = (slowdown, what, side, time) => {
  const key = `${slowdown} ${what} ${side}`;
  found.set(key, [...(found.get(key) ?? []), time]);
};

async function measure(slowdown, side, { home, first, questions, score, answers }) {
  // A browser of its own each time: nothing is kept from the last one.
  const page = await launch("chromium", { args: UNPACED });
  const devtools = await page.context.newCDPSession(page.native);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", LINE);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.native.addInitScript(watch);
  await page.open(home);
  const painted = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  note(slowdown, "first paint", side, await page.waitFor(() => page.evaluate(painted), "a paint", 120_000));
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  // The page's first question is one of its quick scan; all 123 come behind those.
  for (const [what, address] of Object.entries({ "first question": first, "first of all 123": questions })) {
    if (address !== home) {
      await page.open("about:blank");
      await page.open(address);
    }
    const question = () => globalThis.__question;
    note(slowdown, what, side, await page.waitFor(() => page.evaluate(question), "a question", 120_000));
  }
  await page.waitFor(() => page.evaluate(() => document.readyState === "complete"), "all of it", 120_000);
  // The first round warms up.
  await page.evaluate(score, answers);
  note(slowdown, "answer to score", side, await page.evaluate(score, answers));
  note(slowdown, "answer to paint", side, median(await page.evaluate(answered, ANSWERS)));
  await page.close();
}

for (let turn = 0; turn < TURNS; turn += 1)
  for (const slowdown of SLOWDOWNS) for (const [side, how] of Object.entries(SIDES)) await measure(slowdown, side, how);
server.close();

const figure = (time) => time.toLocaleString("en-GB", { maximumSignificantDigits: 3 });
const line = (what, ours, theirs) => `| ${what} | ${figure(ours)} | ${figure(theirs)} | ${figure(theirs / ours)} |`;
console.log("| | this page | SurveyJS | SurveyJS ÷ this page |\n| --- | --: | --: | --: |");
console.log(line("bytes over the line, all of it", bytes("/ours/"), bytes("/theirs/")));
for (const slowdown of SLOWDOWNS)
  for (const what of ["first paint", "first question", "first of all 123", "answer to score", "answer to paint"]) {
    const [ours, theirs] = Object.keys(SIDES).map((side) => median(found.get(`${slowdown} ${what} ${side}`)));
    console.log(line(`${what}, ms, ${slowdown}×`, ours, theirs));
  }
