import { embed } from "./host.js";

const invitation = `api/invitations/${encodeURIComponent(location.hash.slice(1))}`;
const status = document.getElementById("status");
const send = (method, path, body) =>
  fetch(`${invitation}/${path}`, { method, body, headers: { "Content-Type": "application/json" } });

const asked = await (await fetch(invitation)).json();
document.getElementById("name").textContent = asked.name;
document.getElementById("request").textContent = asked.request;

/** For which request the next result is made; the server takes each once. */
const binding = async () => ({ ...(await (await send("POST", "nonce", "{}")).json()), audience: location.origin });

const frame = embed(document.getElementById("frame"), {
  src: asked.src,
  title: "Information security questionnaire",
  load: {
    mode: asked.mode,
    keepDraft: true,
    binding: await binding(),
    // What the assessment does not know it keeps and hands back: by this the answer finds its request.
    assessment: asked.draft ?? {
      format: "iso27001-readiness/assessment",
      version: 1,
      edition: asked.edition,
      request: asked.request,
    },
  },
});
frame.addEventListener("draft", ({ detail }) => send("PUT", "draft", detail.assessment));
frame.addEventListener("complete", async ({ detail }) => {
  const answer = await send("POST", "result", JSON.stringify(detail.result));
  // What is sent next, corrected perhaps, is another result.
  if (answer.ok) await frame.set({ binding: await binding() });
  status.textContent = answer.ok ? "Received and verified. Thank you." : `Not taken: ${(await answer.json()).error}`;
});
frame.addEventListener("error", ({ detail }) => (status.textContent = detail.message));
frame.addEventListener("exit", () => {
  frame.close();
  status.textContent ||= "Closed. The link brings you back.";
});
