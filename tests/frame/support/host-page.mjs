/** A host that speaks the protocol by hand and writes down every message that reaches it. */
export const hostPage = `<!doctype html><meta charset="utf-8"><title>Host</title>
<style>body { margin: 0 } iframe { display: block; inline-size: 100%; block-size: 700px; border: 0 }</style>
<script>
  const NS = "iso27001-readiness";
  const heard = [];
  const hellos = [];
  let port = null;
  let frame = null;
  let answering = true;
  let count = 0;
  addEventListener("message", (event) => {
    heard.push({ over: "window", origin: event.origin, known: event.source === frame?.contentWindow, data: event.data, ports: event.ports.length });
    if (event.source !== frame?.contentWindow || event.data?.type !== "hello") return;
    port = event.ports[0];
    port.onmessage = ({ data }) => heard.push({ over: "port", data, at: performance.now() });
    if (answering) welcome();
  });
  const welcome = () => frame.contentWindow.postMessage({ ns: NS, v: 1, type: "welcome", payload: { version: 1 } }, "*");
  const place = ({ src, sandbox, answer = true }) => {
    answering = answer;
    frame = document.createElement("iframe");
    if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
    frame.setAttribute("allow", "");
    frame.referrerPolicy = "no-referrer";
    frame.src = src;
    document.body.append(frame);
  };
  const say = (type, payload, id) => port.postMessage({ ns: NS, v: 1, type, payload, ...(id === undefined ? {} : { id }) });
  const ask = (type, payload) => {
    const id = "q" + (count += 1);
    say(type, payload, id);
    return id;
  };
</script>`;

export const SANDBOX = "allow-scripts allow-forms allow-downloads allow-modals";

/** Frames the guest and waits until it is ready. */
export async function place(page, src, { sandbox = SANDBOX, answer = true } = {}) {
  await page.evaluate((given) => place(given), { src, sandbox, answer });
  if (answer) await heard(page, "ready");
}

/** All that has come of that type; waits for the first. */
export async function heard(page, type, least = 1) {
  return page.waitFor(async () => {
    const all = await page.evaluate(
      (wanted) => heard.filter(({ data }) => data?.type === wanted).map(({ data }) => data),
      type,
    );
    return all.length >= least && all;
  }, `${least} message(s) of type ${type}`);
}

export const everything = (page) => page.evaluate(() => heard);

/** Asks for something and waits for the answer that carries its id. */
export async function ask(page, type, payload) {
  const id = await page.evaluate(([of, what]) => ask(of, what), [type, payload]);
  return page.waitFor(
    () => page.evaluate((wanted) => heard.find(({ data }) => data?.id === wanted)?.data ?? null, id),
    `an answer to ${type}`,
  );
}
