// The second module holds the functions of the core. In the page they stand once: there their bodies have no bytes.

/** A module's bytes, and how far they are read. */
interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

/** The id of the section that holds the functions. */
const CODE = 10;

/** A number as the format writes it: seven bits a byte, the lowest first. */
function number(it: Cursor): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = it.bytes[it.at++] ?? 0;
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
}

/** Goes to the first function, and says how many there are. */
function functions(it: Cursor): number {
  while (it.bytes[it.at++] !== CODE && it.at < it.bytes.length) {
    const length = number(it);
    it.at += length;
  }
  number(it);
  return number(it);
}

/** The next function, its length before it. */
function next(it: Cursor): Uint8Array {
  const start = it.at;
  const length = number(it);
  return it.bytes.subarray(start, (it.at += length));
}

/** The whole module, of what it has beyond the core. */
export function whole(rest: Uint8Array, core: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(rest.length + core.length);
  let end = 0;
  const put = (part: Uint8Array): void => {
    bytes.set(part, end);
    end += part.length;
  };
  // The magic number and the version are no section.
  const own: Cursor = { bytes: rest, at: 8 };
  const shared: Cursor = { bytes: core, at: 8 };
  functions(shared);
  const count = functions(own);
  put(rest.subarray(0, own.at));
  for (let function_ = 0; function_ < count; function_++) {
    const [one, other] = [next(own), next(shared)];
    put(one.length > 1 ? one : other);
  }
  put(rest.subarray(own.at));
  return bytes.subarray(0, end);
}
