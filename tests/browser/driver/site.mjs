import { readFile } from "node:fs/promises";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { alone, desk } from "../../../pkg-config/hosting/headers.mjs";
import { serve } from "./serve.mjs";

const ROOT = new URL("../../../", import.meta.url);

const opened = (name) => pathToFileURL(fileURLToPath(new URL(`dist/${name}`, ROOT))).href;

/** The offline file, as a person opens it, and the review desk. */
export const offlineFile = opened("iso27001-readiness.html");
export const deskFile = opened("iso27001-desk.html");

/** Serves dist/site as a host should, and remembers what it was asked for. */
export async function site() {
  const asked = [];
  const server = await serve(async (request, response) => {
    asked.push(request.url);
    const name = request.url === "/" ? "index.html" : request.url.slice(1);
    const body = /^[\w.-]+$/.test(name) && (await readFile(new URL(`dist/site/${name}`, ROOT)).catch(() => null));
    for (const [header, value] of name.startsWith("iso27001-desk") ? desk() : alone())
      response.setHeader(header, value);
    response.setHeader("Content-Type", `${name.endsWith(".html") ? "text/html" : "text/plain"}; charset=utf-8`);
    response.writeHead(body ? 200 : 404).end(body || "");
  });
  return { ...server, asked };
}

/** One for all tests of a file or of a block: there before the first, gone after the last. */
export function sharedSite() {
  const host = {};
  before(async () => {
    Object.assign(host, await site());
  });
  after(() => host.close?.());
  return host;
}
