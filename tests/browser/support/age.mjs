// The age format with a passphrase (https://c2sp.org/age), read and written by Node's own primitives: a second reading of it.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scryptSync } from "node:crypto";

const CHUNK = 64 * 1024;
const TAG = 16;
const VERSION = "age-encryption.org/v1";

const base64 = (bytes) => Buffer.from(bytes).toString("base64").replace(/=+$/, "");
const hkdf = (key, salt, info) => Buffer.from(hkdfSync("sha256", key, salt, info, 32));
const wrapping = (passphrase, salt, factor) =>
  scryptSync(passphrase, Buffer.concat([Buffer.from(`${VERSION}/scrypt`), salt]), 32, {
    N: 2 ** factor,
    r: 8,
    p: 1,
    maxmem: 2 ** (factor + 11),
  });
const code = (key, header) =>
  createHmac("sha256", hkdf(key, "", "header"))
    .update(header)
    .digest();

function seal(key, nonce, plain) {
  const cipher = createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: TAG });
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function open(key, nonce, sealed) {
  const cipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: TAG });
  cipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([cipher.update(sealed.subarray(0, -TAG)), cipher.final()]);
}

function nonceOf(number, isLast) {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** A file that this passphrase opens. */
export function encrypted(plain, passphrase, factor = 12) {
  const [key, salt, nonce] = [randomBytes(16), randomBytes(16), randomBytes(16)];
  const wrapped = seal(wrapping(passphrase, salt, factor), Buffer.alloc(12), key);
  const header = `${VERSION}\n-> scrypt ${base64(salt)} ${factor}\n${base64(wrapped)}\n---`;
  const payload = hkdf(key, nonce, "payload");
  const bytes = Buffer.from(plain);
  const chunks = [];
  for (let at = 0; at === 0 || at < bytes.length; at += CHUNK)
    chunks.push(seal(payload, nonceOf(at / CHUNK, at + CHUNK >= bytes.length), bytes.subarray(at, at + CHUNK)));
  return Buffer.concat([Buffer.from(`${header} ${base64(code(key, header))}\n`), nonce, ...chunks]);
}

/** What such a file holds, and its work factor; throws for a wrong passphrase and for any change of it. */
export function decrypted(file, passphrase) {
  const bytes = Buffer.from(file);
  const parts = /^(age-encryption\.org\/v1\n-> scrypt (\S{22}) (\d+)\n(\S{43})\n---) (\S{43})\n/.exec(
    bytes.toString("latin1"),
  );
  const [line, header, salt, factor, wrapped, mac] = parts;
  const key = open(
    wrapping(passphrase, Buffer.from(salt, "base64"), Number(factor)),
    Buffer.alloc(12),
    Buffer.from(wrapped, "base64"),
  );
  if (base64(code(key, header)) !== mac) throw new Error("the header was changed");
  const nonce = bytes.subarray(line.length, line.length + 16);
  const payload = hkdf(key, nonce, "payload");
  const sealed = bytes.subarray(line.length + 16);
  const chunks = [];
  for (let at = 0; at < sealed.length; at += CHUNK + TAG) {
    const isLast = at + CHUNK + TAG >= sealed.length;
    chunks.push(open(payload, nonceOf(at / (CHUNK + TAG), isLast), sealed.subarray(at, at + CHUNK + TAG)));
  }
  return { plain: Buffer.concat(chunks), factor: Number(factor) };
}

/** The same file as text for mails. */
export const armored = (file) =>
  `-----BEGIN AGE ENCRYPTED FILE-----\n${file.toString("base64").replace(/.{64}/g, "$&\n").trimEnd()}\n-----END AGE ENCRYPTED FILE-----\n`;
