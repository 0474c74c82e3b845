const NS = "iso27001-readiness";
const SANDBOX = "allow-scripts allow-forms allow-downloads allow-modals";
const SILENCE_MS = 1_000;
const [src, log, checks] = ["src", "log", "checks"].map((id) => document.getElementById(id));

let frame = null;
let port = null;
let count = 0;
const heard = [];
const waiting = new Set();

function write(direction, data, note = "") {
  const text = JSON.stringify(data) ?? String(data);
  const line = document.createElement("li");
  line.dataset.direction = direction;
  line.textContent = `${direction === "out" ? "→ frame" : "← frame"} ${note} ${text.length} characters: ${text.slice(0, 600)}${text.length > 600 ? "…" : ""}`;
  log.append(line);
  log.scrollTop = log.scrollHeight;
}

function came(data, note) {
  write("in", data, note);
  heard.push(data);
  for (const look of waiting) look();
}

addEventListener("message", ({ source, origin, data, ports }) => {
  // Which page is in the frame only its window tells: its origin is opaque.
  if (source !== frame?.contentWindow || origin !== "null") return;
  came(data, "(window)");
  if (data?.ns !== NS || data.v !== 1 || data.type !== "hello" || !ports[0]) return;
  port = ports[0];
  port.onmessage = (event) => came(event.data, "");
  const answer = { ns: NS, v: 1, type: "welcome", payload: { version: 1 } };
  write("out", answer, "(window)");
  source.postMessage(answer, "*");
});

function open() {
  frame?.remove();
  heard.length = 0;
  log.replaceChildren();
  frame = document.createElement("iframe");
  frame.setAttribute("sandbox", SANDBOX);
  frame.setAttribute("allow", "");
  frame.referrerPolicy = "no-referrer";
  frame.title = "The page in the frame";
  Object.assign(frame.style, { inlineSize: "100%", blockSize: "44rem", border: "0" });
  frame.src = src.value;
  document.getElementById("frame").append(frame);
}

function say(message) {
  write("out", message);
  port?.postMessage(message);
}
const ask = (type, payload) => {
  const id = `c${(count += 1)}`;
  say({ ns: NS, v: 1, type, id, payload });
  return id;
};

/** The first message for which the test holds, also of those that came already; undefined after a while. */
const find = (test, patience = 5_000) =>
  new Promise((done) => {
    const look = () => {
      const found = heard.find(test);
      if (!found) return;
      end(found);
    };
    const end = (found) => {
      waiting.delete(look);
      clearTimeout(timer);
      done(found);
    };
    const timer = setTimeout(end, patience);
    waiting.add(look);
    look();
  });
const answer = (id) => find((data) => data.id === id);
/** What the frame says of itself is no answer. */
const answers = () => heard.filter(({ type }) => type !== "resize" && type !== "dirty").length;
const silent = async (...messages) => {
  const before = answers();
  for (const message of messages) say(message);
  await new Promise((wake) => setTimeout(wake, SILENCE_MS));
  return answers() === before;
};
const message = (type, payload, more) => ({ ns: NS, v: 1, type, id: "silent", payload, ...more });

const CHECKS = [
  [
    "hello comes with its versions and a port",
    async () => (await find(({ type }) => type === "hello"))?.payload.versions.includes(1) && port !== null,
  ],
  [
    "ready follows the welcome",
    async () => Boolean(await find(({ type, id }) => type === "ready" && id === undefined)),
  ],
  [
    "resize says how high the content is",
    async () => (await find(({ type }) => type === "resize"))?.payload.height > 0,
  ],
  [
    "load is answered with its id",
    async () => (await answer(ask("load", { edition: "2022", mode: "quick" })))?.type === "ready",
  ],
  ["set is answered with its id", async () => (await answer(ask("set", { theme: "light" })))?.type === "ready"],
  ["focus goes to a requirement", async () => (await answer(ask("focus", { id: "A.5.7" })))?.type === "ready"],
  [
    "focus on an unknown id is an error with a code",
    async () => (await answer(ask("focus", { id: "A.99" })))?.payload.code === "unknown-id",
  ],
  [
    "an assessment that cannot be read is an error with its place",
    async () =>
      (
        await answer(
          ask("load", {
            assessment: { format: "iso27001-readiness/assessment", version: 1, edition: "2022", target: 9 },
          }),
        )
      )?.payload.subject === "$.target",
  ],
  [
    "another shape, version or name is met with silence",
    () =>
      silent(
        message("load", { edition: 2022 }),
        message("set", {}, { v: 2 }),
        message("set", {}, { ns: "other" }),
        message("focus", {}),
        "load",
        null,
        1,
      ),
  ],
  ["an unknown type is met with silence", () => silent(message("constructor", {}), message("export", {}))],
  [
    "more than 64 KiB is met with silence",
    () => silent(message("set", { theme: "dark", more: "x".repeat(64 * 1024) })),
  ],
  [
    "nothing of the answers has come without Send",
    async () => !heard.some(({ type }) => type === "complete" || type === "draft"),
  ],
];
const BY_HAND = [
  ["dirty: answer a question", "dirty"],
  ["draft: say keepDraft, allow it, answer", "draft"],
  ["complete: review and send", "complete"],
  ["exit: close", "exit"],
];

const line = (text) => {
  const item = document.createElement("li");
  item.textContent = text;
  item.dataset.state = "open";
  checks.append(item);
  return item;
};

async function run() {
  checks.replaceChildren();
  const lines = CHECKS.map(([text]) => line(text));
  const hands = BY_HAND.map(([text, type]) => [line(`${text} (by hand)`), type]);
  waiting.add(() => {
    for (const [item, type] of hands) if (heard.some((data) => data.type === type)) item.dataset.state = "passed";
  });
  open();
  for (const [at, [, check]] of CHECKS.entries()) lines[at].dataset.state = (await check()) ? "passed" : "failed";
  checks.dataset.done = "";
}

const BUTTONS = {
  "load: quick scan": () => ask("load", { edition: "2022", mode: "quick" }),
  "load: full, 2013": () => ask("load", { edition: "2013", mode: "full" }),
  "load: an assessment": () =>
    ask("load", {
      assessment: {
        format: "iso27001-readiness/assessment",
        version: 1,
        edition: "2022",
        organisation: { name: "Kestrel Hosting" },
        requirements: { 5.2: { answer: 4 } },
      },
      mode: "full",
    }),
  "load: keepDraft": () => ask("load", { keepDraft: true }),
  "set: dark": () => ask("set", { theme: "dark" }),
  "set: readonly": () => ask("set", { readonly: true }),
  "set: may be changed": () => ask("set", { readonly: false }),
  "focus: A.8.24": () => ask("focus", { id: "A.8.24" }),
};
for (const [text, act] of Object.entries(BUTTONS)) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.addEventListener("click", act);
  document.getElementById("say").append(button);
}
document.getElementById("open").addEventListener("click", open);
document.getElementById("run").addEventListener("click", run);
src.value =
  new URLSearchParams(location.search).get("src") ??
  (
    await fetch("api/frame").then(
      (got) => got.json(),
      () => ({}),
    )
  ).src ??
  new URL("/embed/v1/", location.href).href;
open();
