// The file in which a session is saved: an archive of everything that was read, as it was read, with the reviewer's own
// rules and notes. Whoever opens it has everything recomputed: it claims nothing.
import { checksum, joined } from "../../sheets/zip.js";
import { SESSION_FORMAT, type Session } from "./protocol.js";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whole numbers by id; what else stands there is left out. */
const numbersOf = (value: unknown): Record<string, number> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).filter((pair): pair is [string, number] => Number.isInteger(pair[1])),
  );

/** What a session says of itself; null if it is none of ours, or of a later version. */
export function readSession(text: string): Session | null {
  const it: unknown = JSON.parse(text);
  if (!isObject(it) || it["format"] !== SESSION_FORMAT || it["version"] !== 1 || !Array.isArray(it["files"]))
    return null;
  const files = it["files"].flatMap((one: unknown) => {
    if (!isObject(one)) return [];
    const { name, path, note } = one;
    return typeof name === "string" && typeof path === "string" && typeof note === "string"
      ? [{ name, path, note }]
      : [];
  });
  return {
    format: SESSION_FORMAT,
    version: 1,
    minimums: numbersOf(it["minimums"]),
    weights: numbersOf(it["weights"]),
    files,
  };
}

/** The same clock in all archives: 1 January 1980. */
const TIME = 0x00210000;

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new CompressionStream("deflate-raw");
  const writer = writable.getWriter();
  for (const written of [writer.write(bytes), writer.close()]) written.catch(() => undefined);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = readable.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
  }
  return joined(parts);
}

/** The parts of an archive of these files. */
export async function archive(files: Iterable<[string, Uint8Array<ArrayBuffer>]>): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const packed = await deflate(bytes);
    const title = new TextEncoder().encode(name);
    /** A head of the format, with all that both heads say from `from` on. */
    const head = (size: number, signature: number, from: number): [Uint8Array<ArrayBuffer>, DataView] => {
      const out = new Uint8Array(size + title.length);
      const view = new DataView(out.buffer);
      view.setUint32(0, signature, true);
      view.setUint16(from, 20, true);
      // Names in UTF-8, packed by deflate.
      view.setUint16(from + 2, 0x0800, true);
      view.setUint16(from + 4, 8, true);
      view.setUint32(from + 6, TIME, true);
      view.setUint32(from + 10, checksum(bytes), true);
      view.setUint32(from + 14, packed.length, true);
      view.setUint32(from + 18, bytes.length, true);
      view.setUint16(from + 22, title.length, true);
      out.set(title, size);
      return [out, view];
    };
    const [local] = head(30, 0x04034b50, 4);
    const [central, view] = head(46, 0x02014b50, 6);
    view.setUint16(4, 20, true);
    view.setUint32(42, at, true);
    directory.push(central);
    parts.push(local, packed);
    at += local.length + packed.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, directory.length, true);
  end.setUint16(10, directory.length, true);
  end.setUint32(
    12,
    directory.reduce((size, one) => size + one.length, 0),
    true,
  );
  end.setUint32(16, at, true);
  return [...parts, ...directory, new Uint8Array(end.buffer)];
}
