// An organisation's signature under a result: a detached JWS (RFC 7515, appendix F) with Ed25519 (RFC 8037), over the
// canonical JSON (RFC 8785) of everything else in the envelope. All of the cryptography is the platform's.
import { fault } from "./fault.js";

const ED25519 = "Ed25519";
/** An envelope that `verify` takes nests less deeply. */
const DEEPEST = 40;
/** No key of 32 bytes and no signature of 64 is longer than these in base64url. */
const SHAPE = /^([\w-]{1,1000})\.\.([\w-]{86})$/;
const KEY = /^[\w-]{43}$/;

const utf8 = (text) => new TextEncoder().encode(text);

function base64url(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

function canonical(value, depth = 0) {
  if (depth > DEEPEST) throw fault("too-deep", "$", "expected a result envelope, which nests less deeply");
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one, depth + 1)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key], depth + 1)}`).join(",")}}`;
}

/** The envelope without its signature, as its own copy, and the signature. */
function parted(envelope) {
  let copy;
  try {
    copy = JSON.parse(typeof envelope === "string" ? envelope : JSON.stringify(envelope));
  } catch (cause) {
    throw fault("wrong-type", "$", "expected a result envelope, or its text", cause);
  }
  if (typeof copy !== "object" || copy === null || Array.isArray(copy))
    throw fault("wrong-type", "$", "expected a result envelope, or its text");
  const { signature, ...rest } = copy;
  return { rest, signature };
}

const input = (head, rest) => utf8(`${head}.${base64url(utf8(canonical(rest)))}`);

async function withEd25519(work) {
  try {
    return await work(globalThis.crypto.subtle);
  } catch (cause) {
    // Only a page of https, localhost or a file has it, and only since Chromium 137, Firefox 129, Safari 17 and Node 20.
    throw fault("no-ed25519", "", "expected a browser or Node whose Web Cryptography has Ed25519", cause);
  }
}

const publicKey = ({ x }) => ({ crv: ED25519, kty: "OKP", x });

/** RFC 7638: what a key is called by. */
async function thumbprint(key) {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", utf8(canonical(publicKey(key))));
  return base64url(new Uint8Array(digest));
}

export async function generateKey() {
  const { d, x } = await withEd25519(async (subtle) => {
    const { privateKey } = await subtle.generateKey(ED25519, true, ["sign", "verify"]);
    return subtle.exportKey("jwk", privateKey);
  });
  return { ...publicKey({ x }), alg: "EdDSA", d, kid: await thumbprint({ x }), use: "sig" };
}

export async function sign(envelope, key) {
  const isKey = key?.kty === "OKP" && key.crv === ED25519 && [key.x, key.d].every((part) => KEY.test(part));
  if (!isKey) throw fault("wrong-type", "key", "expected a private key as JWK, as generateKey makes it");
  const { rest } = parted(envelope);
  const head = base64url(utf8(canonical({ alg: "EdDSA", jwk: publicKey(key) })));
  const signed = input(head, rest);
  const mark = await withEd25519(async (subtle) => {
    const made = await subtle.importKey("jwk", { ...publicKey(key), d: key.d }, ED25519, false, ["sign"]);
    return subtle.sign(ED25519, made, signed);
  });
  return { ...rest, signature: `${head}..${base64url(new Uint8Array(mark))}` };
}

/** The public key that a signature names, or null. */
function named(head) {
  try {
    const { alg, crit, jwk } = JSON.parse(new TextDecoder().decode(bytesOf(head)));
    const isKey = jwk.kty === "OKP" && jwk.crv === ED25519 && KEY.test(jwk.x);
    return alg === "EdDSA" && crit === undefined && isKey ? publicKey(jwk) : null;
  } catch {
    return null;
  }
}

export async function verifySignature(envelope) {
  const { rest, signature } = parted(envelope);
  if (signature === undefined) return null;
  const [, head, mark] = SHAPE.exec(signature) ?? [];
  const key = head === undefined ? null : named(head);
  if (key === null) return { ok: false, key: null, thumbprint: null };
  const signed = input(head, rest);
  // A key that is no point of the curve is refused as the signature is; that the platform has none at all is told.
  await withEd25519((subtle) => subtle.generateKey(ED25519, false, ["sign", "verify"]));
  const { subtle } = globalThis.crypto;
  const ok = await subtle
    .importKey("jwk", key, ED25519, false, ["verify"])
    .then((made) => subtle.verify(ED25519, made, bytesOf(mark), signed))
    .catch(() => false);
  return { ok, key, thumbprint: await thumbprint(key) };
}
