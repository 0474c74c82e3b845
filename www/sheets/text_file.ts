// A text file, and text back into its encoding: by what the platform's decoder says that each code stands for.
import { decode, decodeText } from "./encoding.js";

export interface TextFile {
  text: string;
  /** How many bytes its mark has. */
  mark: number;
  /** The bytes of a text in the file's encoding; null for a text with a letter that it has no place for. */
  encode: (text: string) => Uint8Array | null;
}

const MARKS: Record<string, number[]> = {
  "utf-8": [0xef, 0xbb, 0xbf],
  "utf-16le": [0xff, 0xfe],
  "utf-16be": [0xfe, 0xff],
};
const WIDE = ["shift_jis", "euc-jp", "euc-kr", "big5", "gb18030"];
/** Of the codes that stand for one sign the first is written; of these in Big5 the last (Encoding Standard, 4.2). */
const LAST_OF_BIG5 = "═╞╡╪十卅";
/** So many codes of four bytes in GB 18030 stand for signs of the basic plane; those of the others begin at a later one. */
const BASIC_FOURS = 39_420;
const OTHER_FOURS = 189_000;

/** The code of four bytes with this number. */
const four = (number: number): number[] => [
  0x81 + Math.floor(number / 12_600),
  0x30 + (Math.floor(number / 1260) % 10),
  0x81 + (Math.floor(number / 10) % 126),
  0x30 + (number % 10),
];

/** The code of each sign beyond ASCII. Those that the Encoding Standard reads and never writes are left out. */
function codes(encoding: string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const decoder = encoding === "windows-1252" ? null : new TextDecoder(encoding);
  const put = (...code: number[]): void => {
    const bytes = Uint8Array.from(code);
    const sign = decoder ? decoder.decode(bytes) : decode(bytes, encoding);
    if ([...sign].length !== 1 || sign <= "\u007f" || sign === "\ufffd") return;
    if (!found.has(sign) || (encoding === "big5" && LAST_OF_BIG5.includes(sign))) found.set(sign, code);
  };
  for (let lead = encoding === "big5" ? 0xa1 : 0x80; lead < 0x100; lead += 1) {
    if (encoding === "shift_jis" && (lead === 0xed || lead === 0xee)) continue;
    if (encoding !== "gb18030") put(lead);
    if (WIDE.includes(encoding)) for (let trail = 0x30; trail < 0xff; trail += 1) put(lead, trail);
  }
  if (encoding === "gb18030") for (let number = 0; number < BASIC_FOURS; number += 1) put(...four(number));
  return found;
}

/** A text of UTF-16, each unit as two bytes. */
function units(text: string, little: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) bytes.setUint16(at * 2, text.charCodeAt(at), little);
  return new Uint8Array(bytes.buffer);
}

/** How text is put into an encoding. */
function encoder(encoding: string): TextFile["encode"] {
  if (encoding === "utf-8") return (text) => new TextEncoder().encode(text);
  if (encoding === "utf-16le" || encoding === "utf-16be") return (text) => units(text, encoding === "utf-16le");
  let known: Map<string, number[]> | undefined;
  return (text) => {
    const bytes: number[] = [];
    for (const sign of text) {
      const place = sign.codePointAt(0) ?? 0;
      if (place < 0x80) {
        bytes.push(place);
        continue;
      }
      known ??= codes(encoding);
      const isBeyond = encoding === "gb18030" && place > 0xffff;
      const code = isBeyond ? four(OTHER_FOURS + place - 0x10000) : known.get(sign);
      if (code === undefined) return null;
      bytes.push(...code);
    }
    return Uint8Array.from(bytes);
  };
}

/** What a text file says, and how text is put into its encoding; `asked` settles that. */
export function textFile(bytes: Uint8Array, asked?: string): TextFile {
  const { text, encoding } = decodeText(bytes, asked);
  const mark = MARKS[encoding] ?? [];
  return {
    text,
    mark: mark.every((byte, at) => bytes[at] === byte) ? mark.length : 0,
    encode: encoder(encoding),
  };
}
