// A portal that asks two vendors, and its review desk: node pkg-config/portal/server.mjs [PORT], after cargo xtask build.
// The page that they answer in comes from another origin, and runs in a sandbox: what the portal gets is what a vendor sends.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { framed } from "../hosting/headers.mjs";
import { draft, Nonces, review } from "./desk.mjs";

const HERE = new URL("./", import.meta.url);
const DIST = new URL("../../dist/", import.meta.url);
const MOST = 4 * 1024 * 1024;
const TYPES = { html: "text/html", css: "text/css", js: "text/javascript", mjs: "text/javascript" };
const PAGES = new Map([
  ["/", new URL("index.html", HERE)],
  ["/vendor", new URL("vendor.html", HERE)],
  ["/desk", new URL("desk.html", HERE)],
  ["/conformance", new URL("conformance.html", HERE)],
  ...["portal.css", "index.js", "vendor.js", "desk.js", "conformance.js"].map((name) => [
    `/${name}`,
    new URL(name, HERE),
  ]),
  ["/host.js", new URL("npm/host.js", DIST)],
]);

/** What is wrong with a request, with the status to answer it with. */
class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function body(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST) throw new Refusal(413, "more than 4 MiB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

async function listen(port, answer) {
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (!(error instanceof Refusal)) console.error(error);
      // What was not read of the request must not be taken for the next one.
      response.setHeader("Connection", "close");
      request.resume();
      json(response, error.status ?? 500, { error: error instanceof Refusal ? error.message : "the server failed" });
    });
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  return { server, url: `http://127.0.0.1:${server.address().port}` };
}

function json(response, status, value) {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" });
  response.end(JSON.stringify(value));
}

/** @returns {Promise<{ url: string, frame: string, vendors: object[], close: () => void }>} */
export async function start({ port = 8100, framePort = 8101 } = {}) {
  // A real portal keeps these in its database, and sends each vendor its link.
  const vendors = [
    { name: "Kestrel Hosting", request: "REQ-2041", edition: "2022", mode: "quick" },
    { name: "Moss & Field Analytics", request: "REQ-2042", edition: "2022", mode: "full" },
  ].map((vendor) => ({
    ...vendor,
    token: randomUUID(),
    draft: null,
    received: null,
    review: null,
    nonces: new Nonces(),
  }));

  let portal;
  const frame = await listen(framePort, async (request, response) => {
    const page = request.url === "/embed/v1/" ? await readFile(new URL("site/embed/v1/index.html", DIST)) : null;
    for (const [name, value] of framed(portal.url)) response.setHeader(name, value);
    response.writeHead(page ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" }).end(page ?? "");
  });
  const src = `${frame.url}/embed/v1/`;

  const invited = (token) => {
    const vendor = vendors.find((one) => one.token === token);
    if (!vendor) throw new Refusal(404, "no such invitation");
    return vendor;
  };
  /** Only our own pages may write, and only JSON: another site's form can do neither. */
  const written = async (request) => {
    if (request.headers.origin !== portal.url) throw new Refusal(403, "another origin");
    if (request.headers["content-type"] !== "application/json") throw new Refusal(415, "expected application/json");
    return body(request);
  };

  const routes = {
    "GET /api/frame": async () => ({ src }),
    // The desk has no login in this demonstration; a real one has.
    "GET /api/vendors": async () =>
      vendors.map(({ draft: kept, nonces: _, ...vendor }) => ({ ...vendor, draft: kept !== null })),
    "GET /api/invitations/:token": async (_, token) => {
      const { name, request, edition, mode, draft: kept } = invited(token);
      return { name, request, edition, mode, src, draft: kept };
    },
    // Made up anew for each page that is opened, so that a result can be sent once.
    "POST /api/invitations/:token/nonce": async (request, token) => {
      const vendor = invited(token);
      await written(request);
      return { nonce: vendor.nonces.issue() };
    },
    "PUT /api/invitations/:token/draft": async (request, token) => {
      const vendor = invited(token);
      try {
        vendor.draft = draft(await written(request));
      } catch (error) {
        if (error.name !== "ReadinessError") throw error;
        throw new Refusal(422, error.message);
      }
      return { kept: true };
    },
    "POST /api/invitations/:token/result": async (request, token) => {
      const vendor = invited(token);
      const text = await written(request);
      let envelope;
      try {
        envelope = JSON.parse(text);
      } catch {
        throw new Refusal(400, "not JSON");
      }
      vendor.received = new Date().toISOString();
      vendor.review = await review(envelope, { request: vendor.request, audience: portal.url, nonces: vendor.nonces });
      if (vendor.review.state === "refused") throw new Refusal(422, vendor.review.why);
      return { state: "verified" };
    },
  };

  portal = await listen(port, async (request, response) => {
    const { pathname } = new URL(request.url, "http://portal");
    response.setHeader(
      "Content-Security-Policy",
      `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-src ${frame.url}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    const page = request.method === "GET" ? PAGES.get(pathname) : undefined;
    if (page) {
      const ending = page.pathname.split(".").at(-1);
      response.writeHead(200, { "Content-Type": `${TYPES[ending]}; charset=utf-8` }).end(await readFile(page));
      return;
    }
    const [, token] = /^\/api\/invitations\/([^/]+)/.exec(pathname) ?? [];
    const route = routes[`${request.method} ${token === undefined ? pathname : pathname.replace(token, ":token")}`];
    if (!route) throw new Refusal(404, "not found");
    json(response, 200, await route(request, token));
  });
  return {
    url: portal.url,
    frame: src,
    vendors,
    close() {
      for (const { server } of [portal, frame]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 8100);
  const { url, frame } = await start({ port, framePort: port + 1 });
  console.log(`${url}/ is the portal, ${frame} the page in its frame; stop with Ctrl-C`);
}
