// Archives: ZIP with ZIP64 and data descriptors, unpacked by the platform, what comes out counted as it comes.
import { MOST_UNPACKED, SheetError } from "./limits.js";

const MOST_ENTRIES = 10_000;
const WHOLE = 0xffffffff;

/** One file of an archive. */
export interface Entry {
  path: string;
  method: number;
  packed: number;
  at: number;
  check: number;
  enciphered: boolean;
}

/** The files of an archive, by name in small letters. All that is read of it counts against one budget. */
export interface Archive {
  names: string[];
  read(name: string): Promise<Uint8Array | null>;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

export function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] as number) ^ (value >>> 8);
  return ~value >>> 0;
}

async function inflate(packed: Uint8Array<ArrayBuffer>, budget: { left: number }, name: string): Promise<Uint8Array> {
  // Neither by way of a Blob nor of a Response: test environments have their own, without streams.
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const writer = writable.getWriter();
  // What is wrong in it is thrown where it is read.
  for (const written of [writer.write(packed), writer.close()]) written.catch(() => undefined);
  const reader = readable.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    // What the archive says of its own sizes is not believed.
    budget.left -= value.length;
    if (budget.left < 0) {
      void reader.cancel().catch(() => undefined);
      throw new SheetError("too-large", name);
    }
    parts.push(value);
  }
  return joined(parts);
}

export function joined(parts: Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** ZIP64 writes sizes that do not fit beside the entry, in this order, only those that are wanting. */
export function wide(view: DataView, from: number, to: number, short: number[]): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let place = at + 4;
    return short.map((value) => {
      if (value !== WHOLE) return value;
      place += 8;
      return Number(view.getBigUint64(place - 8, true));
    });
  }
  return short;
}

export const pathOf = (name: Uint8Array): string =>
  new TextDecoder().decode(name).replaceAll("\\", "/").replace(/^\//, "");

function directory(view: DataView, bytes: Uint8Array, most: number): Entry[] {
  const entries: Entry[] = [];
  let end = bytes.length - 22;
  // A comment behind the end has at most 65,535 bytes.
  const least = Math.max(0, end - 65_535);
  while (end >= least && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < least) throw new SheetError("damaged");
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) {
    const far = Number(view.getBigUint64(end - 12, true));
    if (view.getUint32(far, true) !== 0x06064b50) throw new SheetError("damaged");
    count = Number(view.getBigUint64(far + 32, true));
    at = Number(view.getBigUint64(far + 48, true));
  }
  if (count > most) throw new SheetError("too-large");
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new SheetError("damaged");
    const [name, extra, comment] = [28, 30, 32].map((part) => view.getUint16(at + part, true)) as [
      number,
      number,
      number,
    ];
    const from = at + 46 + name;
    const sizes = [24, 20, 42].map((part) => view.getUint32(at + part, true));
    const [, packed = 0, place = 0] = wide(view, from, from + extra, sizes);
    entries.push({
      path: pathOf(bytes.subarray(at + 46, from)),
      method: view.getUint16(at + 10, true),
      packed,
      at: place,
      check: view.getUint32(at + 16, true),
      enciphered: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at = from + extra + comment;
  }
  return entries;
}

const safely = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError("damaged");
  }
};

/** What an archive says that it holds, in its order; more than `most` files are refused. */
export const entriesOf = (bytes: Uint8Array<ArrayBuffer>, most: number): Entry[] =>
  safely(() => directory(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes, most));

/** A file of an archive, unpacked and checked; what comes out counts against the budget. */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  entry: Entry,
  budget: { left: number },
): Promise<Uint8Array> {
  const { path } = entry;
  if (entry.enciphered) throw new SheetError("encrypted");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed = safely(() => {
    if (view.getUint32(entry.at, true) !== 0x04034b50) throw new SheetError("damaged", path);
    const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
    return bytes.slice(from, from + entry.packed);
  });
  if (packed.length !== entry.packed || ![0, 8].includes(entry.method)) throw new SheetError("damaged", path);
  let content: Uint8Array = packed;
  if (entry.method === 8) {
    content = await inflate(packed, budget, path).catch((error: unknown) => {
      throw error instanceof SheetError ? error : new SheetError("damaged", path);
    });
  } else {
    budget.left -= packed.length;
    if (budget.left < 0) throw new SheetError("too-large", path);
  }
  if (checksum(content) !== entry.check) throw new SheetError("damaged", path);
  return content;
}

export function openArchive(bytes: Uint8Array<ArrayBuffer>): Archive {
  const entries = new Map(entriesOf(bytes, MOST_ENTRIES).map((entry) => [entry.path.toLowerCase(), entry]));
  const budget = { left: MOST_UNPACKED };
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name.toLowerCase());
      return entry ? unpack(bytes, entry, budget) : null;
    },
  };
}
