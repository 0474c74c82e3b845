import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = new URL("../../../", import.meta.url);
const HEADERS = readFileSync(new URL("pkg-config/hosting/headers.txt", ROOT), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(/: (.*)/s).slice(0, 2));

/** The offline file, as a person opens it. */
export const offlineFile = pathToFileURL(fileURLToPath(new URL("dist/iso27001-readiness.html", ROOT))).href;

/** Serves dist/site as a host should, and remembers what it was asked for. */
export async function site() {
  const asked = [];
  const server = createServer(async (request, response) => {
    asked.push(request.url);
    const name = request.url === "/" ? "index.html" : request.url.slice(1);
    const body = /^[\w.-]+$/.test(name) && (await readFile(new URL(`dist/site/${name}`, ROOT)).catch(() => null));
    for (const [header, value] of HEADERS) response.setHeader(header, value);
    response.setHeader("Content-Type", `${name.endsWith(".html") ? "text/html" : "text/plain"}; charset=utf-8`);
    response.writeHead(body ? 200 : 404).end(body || "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
