/** Why an archive is not read; each has its own sentence in the messages. */
export class ArchiveFault extends Error {
  constructor(readonly reason: "archive" | "unpacked") {
    super(reason);
  }
}

export const MOST_UNPACKED = 16 * 1024 * 1024;
const MOST_ENTRIES = 1000;

async function inflate(packed: Uint8Array<ArrayBuffer>, budget: { left: number }): Promise<Uint8Array> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    // Counted as it comes: what the archive says of its own sizes is not believed.
    budget.left -= value.length;
    if (budget.left < 0) {
      void reader.cancel().catch(() => undefined);
      throw new ArchiveFault("unpacked");
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

/** A file of the archive by its name, or null. All that is read of one archive counts against one budget. */
export type Archive = (name: string) => Promise<Uint8Array | null>;

export function openArchive(bytes: Uint8Array<ArrayBuffer>): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fault = (): never => {
    throw new ArchiveFault("archive");
  };
  const entries = new Map<string, { method: number; packed: number; at: number }>();
  try {
    let end = bytes.length - 22;
    while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
    let at = view.getUint32(end + 16, true);
    const count = view.getUint16(end + 10, true);
    if (count > MOST_ENTRIES) fault();
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) fault();
      const length = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
      // What is enciphered has bit 0 set and is not read.
      if ((view.getUint16(at + 8, true) & 1) === 0) {
        entries.set(name.replace(/^\//, "").toLowerCase(), {
          method: view.getUint16(at + 10, true),
          packed: view.getUint32(at + 20, true),
          at: view.getUint32(at + 42, true),
        });
      }
      at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch {
    fault();
  }
  const budget = { left: MOST_UNPACKED };
  return async (name) => {
    const entry = entries.get(name.toLowerCase());
    if (!entry) return null;
    try {
      if (view.getUint32(entry.at, true) !== 0x04034b50) fault();
      const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
      const packed = bytes.slice(from, from + entry.packed);
      if (packed.length !== entry.packed) fault();
      if (entry.method === 8) return await inflate(packed, budget);
      budget.left -= packed.length;
      if (budget.left < 0) throw new ArchiveFault("unpacked");
      return entry.method === 0 ? packed : fault();
    } catch (error) {
      throw error instanceof ArchiveFault ? error : new ArchiveFault("archive");
    }
  };
}
