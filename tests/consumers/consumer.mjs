import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serve as listening } from "../browser/driver/serve.mjs";

const run = promisify(execFile);
export const root = new URL("../../", import.meta.url);
// Inside the repository, so that frameworks come from its node_modules, and the package from the consumer's own.
const folder = fileURLToPath(new URL("target/consumers/", root));
const NAME = "iso27001-readiness";

let packed;
/** The package as npm would publish it. */
export function tarball() {
  packed ??= (async () => {
    const where = await mkdtemp(join(tmpdir(), "readiness-pack-"));
    process.once("exit", () => void rm(where, { recursive: true, force: true }));
    const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", where], {
      cwd: new URL("dist/npm/", root),
    });
    const [{ filename, files }] = JSON.parse(stdout);
    return { path: join(where, filename), files: files.map((file) => file.path) };
  })();
  return packed;
}

/** A project with the tarball installed, and these files in it; returns its folder. */
export async function consumer(name, files = {}, manifest = { type: "module" }) {
  const home = join(folder, name);
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await writeFile(join(home, "package.json"), JSON.stringify({ name, private: true, ...manifest }));
  const { path } = await tarball();
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", path], { cwd: home });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(home, file)), { recursive: true });
    await writeFile(join(home, file), text);
  }
  return home;
}

/** What a program of that project prints. */
export async function node(home, file) {
  const { stdout, stderr } = await run(process.execPath, [file], { cwd: home });
  return stdout + stderr;
}

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** Serves folders by the start of the path, and pages by their path; counts what was not there. */
export async function serve(folders, pages = {}) {
  const missing = [];
  const asked = [];
  const server = await listening(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    asked.push(pathname);
    let body = pages[pathname];
    for (const [start, where] of Object.entries(folders)) {
      if (body !== undefined || !pathname.startsWith(start)) continue;
      body = await readFile(join(where, pathname.slice(start.length) || "index.html")).catch(() => undefined);
    }
    if (body === undefined && pathname === "/favicon.ico") return response.writeHead(204).end();
    if (body === undefined) missing.push(pathname);
    response.setHeader("Content-Type", `${TYPES[extname(pathname)] ?? "text/html"}; charset=utf-8`);
    response.writeHead(body === undefined ? 404 : 200).end(body ?? "");
  });
  return { ...server, missing, asked };
}

/** The code under a heading of the package's README, its n-th block. */
export async function example(heading, at = 0) {
  const text = await readFile(new URL("dist/npm/README.md", root), "utf8");
  const part = heading === "" ? text : text.split(new RegExp(`^#+ ${heading}$`, "m"))[1]?.split(/^#+ /m)[0];
  const blocks = [...(part ?? "").matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
    language,
    code,
  }));
  if (!blocks[at]) throw new Error(`the README has no code ${at} under ${JSON.stringify(heading)}`);
  return blocks[at].code;
}

export const installed = (home, file = "") => join(home, "node_modules", NAME, file);
