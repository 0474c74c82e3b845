// Which encoding a text is in: by its mark, by its zeros, as UTF-8, else by the letters that each reading would show.

/** Where windows-1252 differs from Latin-1; not every platform's decoder knows it. */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Letters that texts of each language of an encoding are full of, and those that are rarer. */
const LETTERS: [label: string, usual: string, rarer: string][] = [
  [
    "windows-1252",
    "àèéìòù áéíóúüñ¿¡ áàâãçéêíóõôú äöüß àâçéèêëîïôùûœ åäöæøé",
    "ÄÖÜÉÈÀÇÑÁÍÓÚÃÕÂÊÔÅÆØìîïòùûëŒ–—„“”‘’…•€§°«»ªº®©·½",
  ],
  ["macintosh", "àèéìòù áéíóúüñ áàâãçéêíóõôú äöüß àâçéèêëîïôùûœ åäöæøé", "ÄÖÜÉÀÇÑÃÕÊÅÆØìîïòùûëœŒ–—„“”‘’…•€§°«»¿¡ªº®©"],
  [
    "windows-1250",
    "ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíľňóôŕšťúýž áéíóöőúüű ăâîşţ",
    "ĄĘŁŃÓŚŻŹĆČŘŠŽĚŮÁÍÉÝÄÖÜŐŰĺľŕß–—„”…§°«»",
  ],
  ["windows-1251", "абвгдежзийклмнопрстуфхцчшщьыэюяіїє", "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЬЫЭЮЯІЇЄ–—«»…№"],
  ["windows-1253", "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώς", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ–—«»…"],
  ["windows-1254", "çğıöşüİâ", "ĞŞÇÖÜ–—“”‘’…«»"],
];
/** Encodings of several bytes a sign, with the signs that show it is that one. */
const WIDE: [label: string, signs: RegExp][] = [
  ["shift_jis", /[\u3040-\u30ff\u4e00-\u9fff\uff01-\uff9f\u3000-\u303f]/],
  ["euc-jp", /[\u3040-\u30ff\u4e00-\u9fff\uff01-\uff9f\u3000-\u303f]/],
  ["euc-kr", /[\uac00-\ud7af]/],
  ["big5", /[\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e]/],
  ["gb18030", /[\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e]/],
];
/** Signs that every text of these has many of: nearly all bytes of one are also some sign of the other. */
const COMMON: Record<string, string> = {
  "euc-kr": "이다의가는을를에고하지정보안관리책통제시기사자도로인구업무적용검토승접근제어물",
  gb18030: "的一是不了人我在有他这为之大来以个中上们全理信息安管制度控文件规定策略",
};
/** What is looked at to tell encodings apart. */
const SAMPLE = 65_536;
const LINES = 3;

/** All that may be asked for by name. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", ...[...LETTERS, ...WIDE].map(([label]) => label)];

export interface Decoded {
  text: string;
  encoding: string;
  /** Whether the bytes left room for another reading. */
  guessed: boolean;
  /** A line whose letters show whether the guess was right. */
  sample: string;
}

export function decode(bytes: Uint8Array, label: string): string {
  if (label !== "windows-1252") return new TextDecoder(label).decode(bytes);
  return new TextDecoder("latin1")
    .decode(bytes)
    .replace(/[\u0080-\u009f\u20ac-\u2122\u0152-\u0192\u02c6\u02dc]/g, (sign) => {
      const code = sign.charCodeAt(0);
      return code < 256 ? (WESTERN[code - 128] ?? sign) : sign;
    });
}

/** How much a reading looks like somebody's language, for each sign beyond ASCII: letters that fit, less what cannot be. */
function likeness(text: string, languages: string[], rarer: Set<string>, latin: boolean): number {
  const usual = new Set(languages.join(""));
  // One text is of one language: a letter that only another has counts as a rarer one.
  const fitting = languages.map(() => 0);
  let [sum, count] = [0, 0];
  let before = " ";
  for (const sign of text) {
    const beyond = sign > "\u007f";
    if (beyond) {
      count += 1;
      // A capital within a word is a wrong reading.
      if (usual.has(sign)) {
        sum += 1;
        for (const [at, letters] of languages.entries())
          if (letters.includes(sign)) fitting[at] = (fitting[at] ?? 0) + 2;
      } else if (rarer.has(sign)) sum += /\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before) ? -3 : 1;
      else sum -= 4;
    }
    // So is a word of two scripts.
    if (!latin && /[a-z]/i.test(beyond ? before : sign) && /\p{L}/u.test(beyond ? sign : before)) {
      if (beyond || before > "\u007f") sum -= 4;
    }
    before = sign;
  }
  return count === 0 ? 0 : (sum + Math.max(...fitting)) / count;
}

function wideReading(bytes: Uint8Array): string | null {
  let best: [label: string, share: number] | null = null;
  for (const [label, signs] of WIDE) {
    let text: string;
    try {
      // The cut may halve a sign: decoding as a stream leaves the half for later.
      text = new TextDecoder(label, { fatal: true }).decode(bytes.subarray(0, SAMPLE), { stream: true });
    } catch {
      continue;
    }
    const beyond = [...text].filter((sign) => sign > "\u007f");
    const fit = beyond.filter((sign) => signs.test(sign));
    // Half-width kana stand for what is Western text read wrongly.
    const odd = beyond.filter((sign) => /[\uff61-\uff9f\ue000-\uf8ff]/.test(sign)).length;
    const kana =
      label === "shift_jis" || label === "euc-jp" ? fit.filter((sign) => /[\u3040-\u30ff]/.test(sign)).length : 0;
    const frequent = beyond.filter((sign) => COMMON[label]?.includes(sign)).length;
    const share = beyond.length === 0 ? 0 : (fit.length - 2 * odd + kana + frequent) / beyond.length;
    if (share > 0.7 && (!best || share > best[1])) best = [label, share];
  }
  return best?.[0] ?? null;
}

function narrowReading(bytes: Uint8Array): [label: string, sum: number] {
  let best: [label: string, sum: number] = ["windows-1252", Number.NEGATIVE_INFINITY];
  for (const [label, usual, rarer] of LETTERS) {
    const sum = likeness(
      decode(bytes.subarray(0, SAMPLE), label),
      usual.split(" "),
      new Set(rarer),
      !/125[13]/.test(label),
    );
    if (sum > best[1]) best = [label, sum];
  }
  return best;
}

/** Texts of UTF-16 without a mark have zeros in every other byte. */
function zeros(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const head = bytes.subarray(0, 2000);
  let [even, odd] = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) at % 2 === 0 ? (even += 1) : (odd += 1);
  if (odd * 5 > head.length && even === 0) return "utf-16le";
  return even * 5 > head.length && odd === 0 ? "utf-16be" : null;
}

/** Whether high bytes stand in runs, as they do where every letter takes two. */
function paired(bytes: Uint8Array): boolean {
  let [lone, runs] = [0, 0];
  let length = 0;
  for (const byte of [...bytes.subarray(0, SAMPLE), 0]) {
    if (byte > 127) length += 1;
    else {
      if (length === 1) lone += 1;
      else if (length > 1) runs += 1;
      length = 0;
    }
  }
  return runs > lone;
}

/** The text of these bytes; `asked` settles the encoding. */
export function decodeText(bytes: Uint8Array, asked?: string): Decoded {
  const plain = (encoding: string, guessed = false): Decoded => {
    const text = decode(bytes, encoding).replace(/^\ufeff/, "");
    const sample = guessed ? text.split(/\r\n?|\n/, 500).filter((line) => /[^\u0000-\u007f]/.test(line)) : [];
    return { text, encoding, guessed, sample: sample.slice(0, LINES).join(" / ").slice(0, 200) };
  };
  if (asked !== undefined) return plain(asked);
  const [one, two, three] = bytes;
  if (one === 0xef && two === 0xbb && three === 0xbf) return plain("utf-8");
  if (one === 0xff && two === 0xfe) return plain("utf-16le");
  if (one === 0xfe && two === 0xff) return plain("utf-16be");
  const wide = zeros(bytes);
  if (wide) return plain(wide);
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return plain("utf-8");
  } catch {
    const [label, sum] = narrowReading(bytes);
    return plain((sum < 2 && paired(bytes) ? wideReading(bytes) : null) ?? label, true);
  }
}
