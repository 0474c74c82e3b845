// What a caller gives, read to plain values: its getters and proxies run here and nowhere else.
import { fault, isFault } from "./fault.js";

const MAX_TEXT = 2 ** 24;
const MAX_VALUES = 2 ** 22;
const MAX_DEPTH = 32;

export function plain(values) {
  let left = MAX_VALUES;
  const check = (within) => {
    if (!within) throw fault("too-large", "", "what was given is too large or too deep");
  };

  const copied = (value, depth) => {
    left -= 1;
    check(left >= 0 && depth <= MAX_DEPTH);
    if (typeof value === "string") check(value.length <= MAX_TEXT);
    // No call takes these; a symbol stands for them, and is refused by its place.
    if (typeof value === "function" || ArrayBuffer.isView(value)) return Symbol("refused");
    if (typeof value !== "object" || value === null) return value;
    return Array.isArray(value) ? list(value, depth + 1) : members(value, depth + 1);
  };

  const list = (value, depth) => {
    const { length } = value;
    check(length <= left);
    return Array.from({ length }, (_, at) => copied(value[at], depth));
  };

  const members = (value, depth) => {
    const made = {};
    // A class has its getters in the prototype.
    for (let from = value, height = 0; from !== null; from = Object.getPrototypeOf(from), height += 1) {
      check(height <= MAX_DEPTH);
      if (height > 0 && Object.hasOwn(from, "hasOwnProperty")) break;
      for (const key of Reflect.ownKeys(from)) {
        if (typeof key !== "string" || Object.hasOwn(made, key) || (height > 0 && key === "constructor")) continue;
        Object.defineProperty(made, key, { value: copied(value[key], depth), enumerable: true });
      }
    }
    return made;
  };

  try {
    return values.map((value) => copied(value, 0));
  } catch (cause) {
    throw isFault(cause) ? cause : fault("unreadable", "", "what was given could not be read", cause);
  }
}
