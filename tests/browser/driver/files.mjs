import { mkdtemp, readFile, readdir, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The files that some program still holds open, as far as this machine tells. */
async function beingWritten() {
  const links = async (process) => {
    const open = await readdir(`/proc/${process}/fd`).catch(() => []);
    return Promise.all(open.map((one) => readlink(`/proc/${process}/fd/${one}`).catch(() => "")));
  };
  const processes = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  return new Set((await Promise.all(processes.map(links))).flat());
}

/** A folder of one browser: its profile, what it saves, what is handed to it. */
export async function scratch() {
  const folder = await mkdtemp(join(tmpdir(), "readiness-"));
  const inside = (name) => join(folder, name);
  const taken = [];
  return {
    profile: inside("profile"),
    downloads: inside("downloads"),
    async hand({ name, bytes }) {
      // A folder each, so that the same name can be handed over twice.
      const path = join(await mkdtemp(inside("file-")), name);
      await writeFile(path, bytes);
      return path;
    },
    /** In the order in which they came. */
    async saved() {
      const names = await readdir(inside("downloads")).catch(() => []);
      const whole = names.filter((name) => !/\.(part|crdownload|wkdownload)$/.test(name)).sort();
      // A browser makes an empty file first, to hold the name.
      if (whole.length < names.length) return taken;
      const held = whole.length > 0 ? await beingWritten() : undefined;
      for (const name of whole) {
        const path = join(folder, "downloads", name);
        // WebKit writes what a page made straight under its last name; nothing that is saved here is empty.
        if (held.has(path)) continue;
        const bytes = await readFile(path);
        if (bytes.length === 0) continue;
        taken.push({ name, bytes });
        // WebKit's small browser saves no second file of a name.
        await rm(path);
      }
      return taken;
    },
    async remove() {
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
