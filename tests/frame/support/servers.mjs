import { readFile } from "node:fs/promises";
import { framed } from "../../../pkg-config/hosting/headers.mjs";
import { serve } from "../../browser/driver/serve.mjs";

const ROOT = new URL("../../../", import.meta.url);

export { serve };

/** The page to be framed, with the headers that the hosting files give it. */
export async function guest() {
  const asked = [];
  const server = await serve(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const page =
      /^\/(embed|bare)\/v1\/$/.test(request.url) && (await readFile(new URL("dist/site/embed/v1/index.html", ROOT)));
    // A header can say who may frame it only as far as the framer has a name.
    for (const [name, value] of request.url.startsWith("/bare/") ? [] : framed("*")) response.setHeader(name, value);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.writeHead(page ? 200 : 404).end(page || "");
  });
  return { ...server, asked, src: `${server.url}embed/v1/`, bare: `${server.url}bare/v1/` };
}

/** A page that frames it: any HTML, and the host helper beside it. */
export async function host(html) {
  return serve(async (request, response) => {
    const script = request.url === "/host.js";
    response.setHeader("Content-Type", script ? "text/javascript" : "text/html; charset=utf-8");
    response.end(script ? await readFile(new URL("dist/npm/host.js", ROOT)) : html);
  });
}
