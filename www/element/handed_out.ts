// Which texts the host has had of this assessment: one that comes back is an echo, and asks for nothing.

/** More changes than anybody makes before a host has handed back what it was told. */
const MOST = 1000;

export class HandedOut {
  readonly #digests = new Set<string>();

  add(text: string): void {
    const digest = digestOf(text);
    this.#digests.delete(digest);
    this.#digests.add(digest);
    if (this.#digests.size <= MOST) return;
    for (const oldest of this.#digests) return void this.#digests.delete(oldest);
  }
  has(text: string): boolean {
    return this.#digests.has(digestOf(text));
  }
  clear(): void {
    this.#digests.clear();
  }
}

/** Two multiplicative hashes and the length: nobody attacks this, and it is made at once with every change. */
function digestOf(text: string): string {
  let one = 1;
  let other = 2;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x9e3779b1);
    other = Math.imul(other ^ code, 0x5f356495) ^ (other >>> 15);
  }
  return `${one} ${other} ${text.length}`;
}
