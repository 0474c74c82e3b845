// Archives whose directory is gone, most often because a download broke off: their files by the header before each.
import { type Entry, pathOf, wide } from "../../sheets/zip.js";

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
/** What may follow a file: another one, or the directory, of files or of nothing. */
const NEXT = [LOCAL, 0x02014b50, 0x06054b50];
/** How long the sizes behind a file may be: none, or with and without a signature, in 32 or in 64 bits. */
const BEHIND = [0, 12, 16, 20, 24];

/**
 * The files up to the first of which the size is not known, at most so many. The last one may be cut off itself: unpacking
 * it says so.
 */
export function entriesByHeader(bytes: Uint8Array<ArrayBuffer>, most: number): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  let at = 0;
  try {
    while (entries.length < most && view.getUint32(at, true) === LOCAL) {
      const flags = view.getUint16(at + 6, true);
      const from = at + 30 + view.getUint16(at + 26, true);
      const content = from + view.getUint16(at + 28, true);
      if (content > bytes.length) break;
      let [, packed = 0] = wide(view, from, content, [view.getUint32(at + 22, true), view.getUint32(at + 18, true)]);
      let check = view.getUint32(at + 14, true);
      const isBehind = (flags & 8) === 8;
      if (isBehind && packed === 0) {
        const end = descriptor(bytes, view, content);
        packed = end - content;
        if (end < bytes.length) check = view.getUint32(end + 4, true);
      }
      entries.push({
        path: pathOf(bytes.subarray(at + 30, from)),
        method: view.getUint16(at + 8, true),
        packed,
        at,
        check,
        enciphered: (flags & 1) === 1,
      });
      const end = content + packed;
      const behind = BEHIND.find(
        (length) => end + length + 4 <= bytes.length && NEXT.includes(view.getUint32(end + length, true)),
      );
      at = end + (isBehind ? (behind ?? 0) : 0);
    }
  } catch {
    // A header that is cut off names nothing.
  }
  return entries;
}

/** Where the sizes stand behind a file that begins here: they say how far it is from there. One byte past the end if nowhere. */
function descriptor(bytes: Uint8Array, view: DataView, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0 && at + 16 <= bytes.length; at = bytes.indexOf(0x50, at + 1))
    if (view.getUint32(at, true) === DESCRIPTOR && view.getUint32(at + 8, true) === at - from) return at;
  return bytes.length + 1;
}
