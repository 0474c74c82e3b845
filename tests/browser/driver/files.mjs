import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

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
      for (const name of whole) {
        const path = join(folder, "downloads", name);
        taken.push({ name, bytes: await readFile(path) });
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
