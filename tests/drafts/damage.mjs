/** Ways in which a draft is found damaged. Plain functions and data, so that they can be sent into a page. */

/** A text with one to three bits turned over, or cut, or both. */
export function damaged(text, random) {
  let bytes = [...new TextEncoder().encode(text)];
  const kind = random.below(4);
  if (kind < 3) {
    for (let flips = 1 + random.below(3); flips > 0; flips--) bytes[random.below(bytes.length)] ^= 1 << random.below(8);
  }
  if (kind > 1) {
    const cut = random.below(bytes.length);
    bytes = random.below(2) === 0 ? bytes.slice(0, cut) : bytes.slice(cut);
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** Records that are no draft, or one in part: what is made of them, and what the person must get back to the byte. */
export const RECORDS = {
  "a text": { make: (text) => text.slice(0, 300), bytes: (text) => text.slice(0, 300) },
  "an empty text": { make: () => "", bytes: () => "" },
  "a number": { make: () => 42, bytes: () => "42" },
  null: { make: () => null, bytes: () => "null" },
  yes: { make: () => true, bytes: () => "true" },
  "a big number": { make: () => 10n, bytes: () => '"10"' },
  "an array of numbers": { make: () => [1, 2, 3], bytes: () => "[1,2,3]" },
  "an empty object": { make: () => ({}), bytes: () => "{}" },
  "a text that is a number": {
    make: () => ({ schema: 1, revision: 3, text: 7, saved: "x" }),
    bytes: () => '{"schema":1,"revision":3,"text":7,"saved":"x"}',
  },
  bytes: { make: () => new Uint8Array([123, 34, 97]), bytes: () => '{"a' },
  "a buffer": { make: () => new Uint8Array([123, 34]).buffer, bytes: () => '{"' },
  "a blob": { make: (text) => new Blob([text]), bytes: (text) => text },
  "a blob for a text": {
    make: (text) => ({ schema: 1, revision: 3, text: new Blob([text.slice(0, 99)]) }),
    bytes: (text) => text.slice(0, 99),
  },
  "a text without its end": {
    make: (text) => ({ schema: 1, revision: 3, text: text.slice(0, -2), saved: "x", file: null }),
    bytes: (text) => text.slice(0, -2),
  },
  "another file": { make: () => ({ schema: 1, revision: 3, text: '{"a":1}' }), bytes: () => '{"a":1}' },
  "a huge text": {
    make: () => ({ schema: 1, revision: 3, text: "[".repeat(4_000_000) }),
    bytes: () => "[".repeat(4_000_000),
  },
};

/** Everything but the text is damaged: the answers are there as they were. */
export const WHOLE = {
  "no schema": (text) => ({ revision: 3, text, saved: "2026-01-01T00:00:00Z" }),
  "a schema that is a text": (text) => ({ schema: "9", revision: 3, text }),
  "schema 0": (text) => ({ schema: 0, revision: 3, text }),
  "no revision": (text) => ({ schema: 1, text, saved: "2026-01-01T00:00:00Z", file: { at: null, changes: 1 } }),
  "a revision that is no number": (text) => ({ schema: 1, revision: NaN, text, file: null }),
  "a revision without end": (text) => ({ schema: 1, revision: Infinity, text, file: 5 }),
  "a negative revision": (text) => ({ schema: 1, revision: -1, text, file: [] }),
  "no moment": (text) => ({ schema: 1, revision: 3, text }),
  "a moment that is none": (text) => ({
    schema: 1,
    revision: 3,
    text,
    saved: "yesterday",
    file: { at: "never", changes: "many" },
  }),
  "a moment of a big number": (text) => ({ schema: 1, revision: 3, text, saved: 10n, file: { at: 10n, changes: 10n } }),
  "nothing but the text": (text) => ({ text }),
};

/** Drafts of a page that is newer than this one, whatever they look like. */
export const NEWER = {
  "as today": (text) => ({
    schema: 2,
    revision: 9,
    text,
    saved: "2026-01-01T00:00:00Z",
    file: { at: null, changes: 0 },
  }),
  "with another text": () => ({ schema: 2, revision: 9, text: "readable by it alone" }),
  "without a text": () => ({ schema: 3, parts: [new Uint8Array([1, 2, 3])] }),
};
