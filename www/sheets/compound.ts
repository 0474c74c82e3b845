// Compound files (OLE): never read, only told apart by the names of their streams.
import { SheetError } from "./limits.js";

const MOST_SECTORS = 4096;
const FREE = 0xfffffff0;

/** Whether the bytes begin as a compound file does. */
export const isCompound = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);

function streams(bytes: Uint8Array<ArrayBuffer>): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 1 << Math.min(view.getUint16(30, true), 16);
  const place = (sector: number): number => (sector + 1) * size;
  const next = (sector: number): number => {
    const block = Math.floor(sector / (size / 4));
    // Longer tables go on elsewhere; a directory that far away is not looked for.
    if (block >= 109) return FREE;
    return view.getUint32(place(view.getUint32(76 + block * 4, true)) + (sector % (size / 4)) * 4, true);
  };
  const names: string[] = [];
  let sector = view.getUint32(48, true);
  for (let turn = 0; turn < MOST_SECTORS && sector < FREE; turn += 1) {
    for (let at = place(sector); at < place(sector) + size; at += 128) {
      const length = Math.min(view.getUint16(at + 64, true), 64);
      if (length >= 2) names.push(new TextDecoder("utf-16le").decode(bytes.subarray(at, at + length - 2)));
    }
    sector = next(sector);
  }
  return names;
}

/** Why this compound file is refused. */
export function refusalOf(bytes: Uint8Array<ArrayBuffer>): SheetError {
  let names: string[];
  try {
    names = streams(bytes);
  } catch {
    return new SheetError("damaged");
  }
  if (names.some((name) => /DRM/.test(name))) return new SheetError("protected");
  if (names.includes("EncryptedPackage")) return new SheetError("encrypted");
  return new SheetError(names.some((name) => name === "Workbook" || name === "Book") ? "old-workbook" : "other-file");
}
