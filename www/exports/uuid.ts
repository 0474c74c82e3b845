// SHA-1, here for naming alone: the browser's own is not there on every origin, and answers late.
type State = Int32Array<ArrayBuffer>;
const START: State = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
const turn = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** The state after the whole blocks of a message. */
function after(start: State, message: Uint8Array): State {
  const state = start.slice();
  const view = new DataView(message.buffer, message.byteOffset);
  const words = new Int32Array(80);
  for (let block = 0; block + 64 <= message.length; block += 64) {
    for (let i = 0; i < 80; i += 1) {
      words[i] =
        i < 16
          ? view.getInt32(block + i * 4)
          : turn(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1);
    }
    let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
    for (let i = 0; i < 80; i += 1) {
      const [mix, constant] =
        i < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : i < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : i < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const next = (turn(a, 5) + mix + e + constant + words[i]!) | 0;
      [e, d, c, b, a] = [d, c, turn(b, 30), a, next];
    }
    [a, b, c, d, e].forEach((value, i) => {
      state[i] = state[i]! + value;
    });
  }
  return state;
}

/** The digest of a message of that length, of which the rest is given. */
function finish(state: State, rest: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const bits = length * 8;
  const padded = new Uint8Array((((rest.length + 8) >> 6) + 1) << 6);
  padded.set(rest);
  padded[rest.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bits / 2 ** 32));
  view.setUint32(padded.length - 4, bits >>> 0);
  const digest = new DataView(new ArrayBuffer(20));
  after(state, padded).forEach((value, i) => digest.setInt32(i * 4, value));
  return new Uint8Array(digest.buffer);
}

export const sha1 = (message: Uint8Array): Uint8Array => finish(START, message, message.length);

/** Made once at random; names made here differ from all others because of it. */
const NAMESPACE = Uint8Array.from([
  0x6d, 0x2f, 0x0e, 0x5b, 0x93, 0xc4, 0x4a, 0x17, 0x8b, 0x5e, 0x71, 0xd0, 0xa8, 0x3c, 0x26, 0xf9,
]);

const joined = (one: Uint8Array, other: Uint8Array): Uint8Array => {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
};

/** UUIDs of version 5 for names with the same beginning, which is read once: the same name, the same UUID. */
export function namer(beginning: string): (name: string) => string {
  const begun = joined(NAMESPACE, new TextEncoder().encode(beginning));
  const state = after(START, begun);
  const open = begun.slice(begun.length & ~63);
  return (name) => {
    const rest = joined(open, new TextEncoder().encode(name));
    const id = finish(state, rest, begun.length - open.length + rest.length).slice(0, 16);
    id[6] = (id[6]! & 0x0f) | 0x50;
    id[8] = (id[8]! & 0x3f) | 0x80;
    const hex = [...id].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  };
}

export const uuid = (name: string): string => namer("")(name);
