// An organisation's signature under a result: made and checked by the package, and checked once more by Node's own crypto.
import assert from "node:assert/strict";
import { createHash, createPublicKey, verify as verifiedByNode } from "node:crypto";
import { test } from "node:test";
import { Assessment, dist, thrown, verify } from "./package.mjs";

const { generateKey, sign, verifySignature } = await import(new URL("signature.js", dist));

const BINDING = { nonce: "n-1", audience: "https://portal.example" };
const result = Assessment.example("2022").result(BINDING);
const key = await generateKey();
const signed = await sign(result, key);

/** RFC 8785, for texts, whole numbers, true, false and null. */
const canonical = (value) =>
  JSON.stringify(value, (_, one) =>
    one && typeof one === "object" && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

test("a key is a JWK of RFC 8037, called by its thumbprint of RFC 7638", () => {
  const { d, x, ...rest } = key;
  assert.match(d, /^[\w-]{43}$/);
  const name = createHash("sha256").update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest("base64url");
  assert.deepEqual(rest, { alg: "EdDSA", crv: "Ed25519", kid: name, kty: "OKP", use: "sig" });
});

test("a signed result stays one, and the signature holds and says whose it is", async () => {
  const { signature, ...rest } = signed;
  assert.deepEqual(rest, result);
  const verdict = verify(signed);
  assert.equal(verdict.ok, true);
  assert.ok(verdict.unverified.includes("$.signature"), "verify does not vouch for it");
  assert.ok(!verify(result).unverified.includes("$.signature"));
  const { crv, kid, kty, x } = key;
  const expected = { ok: true, key: { crv, kty, x }, thumbprint: kid };
  for (const given of [signed, JSON.stringify(signed, null, 2)])
    assert.deepEqual(await verifySignature(given), expected);
  assert.equal(await verifySignature(result), null);
  assert.ok(!signature.includes(key.d) && !Buffer.from(signature.split(".")[0], "base64url").includes(key.d));
});

test("any other program verifies it as a detached JWS over canonical JSON", () => {
  const { signature, ...rest } = signed;
  const { sha256, ...sealed } = rest;
  assert.equal(createHash("sha256").update(canonical(sealed)).digest("hex"), sha256, "the crate's own canonical form");
  const [head, none, mark] = signature.split(".");
  const { alg, jwk } = JSON.parse(Buffer.from(head, "base64url"));
  assert.deepEqual([alg, none, jwk.d], ["EdDSA", "", undefined]);
  const input = `${head}.${Buffer.from(canonical(rest)).toString("base64url")}`;
  const publicKey = createPublicKey({ format: "jwk", key: jwk });
  assert.equal(verifiedByNode(null, Buffer.from(input), publicKey, Buffer.from(mark, "base64url")), true);
});

test("what was changed after signing does not hold, wherever it was changed", async () => {
  const holds = async (change) => {
    const copy = structuredClone(signed);
    change(copy);
    return (await verifySignature(copy))?.ok;
  };
  for (const change of [
    (it) => (it.report.overall.low += 1),
    (it) => (it.assessment.organisation.name += " "),
    (it) => (it.binding.nonce = "n-2"),
    (it) => delete it.binding,
    (it) => (it.sha256 = "0".repeat(64)),
    (it) => (it.later = 1),
    (it) => (it.signature = it.signature.replace(/.$/, (sign) => (sign === "A" ? "Q" : "A"))),
    (it) => (it.signature = `${it.signature.split(".")[0]}..${"A".repeat(86)}`),
  ])
    assert.equal(await holds(change), false, String(change));
  // Order of members is no change.
  assert.equal(await holds((it) => Object.assign(it, { sha256: it.sha256 })), true);
  assert.equal((await verifySignature(Object.fromEntries(Object.entries(signed).reverse()))).ok, true);
});

test("another's key in the head, another algorithm, and what is no signature do not hold", async () => {
  const head = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const [, , mark] = signed.signature.split(".");
  const { x } = await generateKey();
  const jwk = { crv: "Ed25519", kty: "OKP", x };
  assert.deepEqual(await verifySignature({ ...signed, signature: `${head({ alg: "EdDSA", jwk })}..${mark}` }), {
    ok: false,
    key: jwk,
    thumbprint: createHash("sha256").update(canonical(jwk)).digest("base64url"),
  });
  const own = { ...jwk, x: key.x };
  for (const signature of [
    `${head({ alg: "none", jwk: own })}..`,
    `${head({ alg: "none", jwk: own })}..${mark}`,
    `${head({ alg: "HS256", jwk: own })}..${mark}`,
    `${head({ alg: "EdDSA", crit: ["exp"], jwk: own })}..${mark}`,
    `${head({ alg: "EdDSA", jwk: { ...own, crv: "X25519" } })}..${mark}`,
    `${head({ alg: "EdDSA" })}..${mark}`,
    `${head("x")}..${mark}`,
    `${head(null)}..${mark}`,
    signed.signature.replace("..", ".x."),
    `${signed.signature}.`,
    "",
    7,
    null,
    [],
  ])
    assert.deepEqual(
      await verifySignature({ ...signed, signature }),
      { ok: false, key: null, thumbprint: null },
      JSON.stringify(signature),
    );
});

test("signing anew replaces a signature, and another key cannot take one over", async () => {
  const other = await generateKey();
  const again = await sign(signed, other);
  assert.equal((await verifySignature(again)).thumbprint, other.kid);
  assert.equal(verify(again).ok, true);
});

test("verify refuses a signature that is no text, and a caller's mistakes have a code", async () => {
  for (const signature of [7, null, {}, ["a"]])
    assert.equal(thrown(() => verify({ ...result, signature }))?.code, "wrong-type", JSON.stringify(signature));
  const deep = JSON.parse(`${'{"x":'.repeat(60)}1${"}".repeat(60)}`);
  const { d, ...publicHalf } = key;
  for (const [call, code] of [
    [() => sign(result, publicHalf), "wrong-type"],
    [() => sign(result, { ...key, d: `${d.slice(1)}` }), "wrong-type"],
    [() => sign(result, undefined), "wrong-type"],
    [() => sign("{", key), "wrong-type"],
    [() => sign(deep, key), "too-deep"],
    [() => verifySignature("[]"), "wrong-type"],
    [() => verifySignature(undefined), "wrong-type"],
    [() => verifySignature({ toJSON: () => assert.fail("its own") }), "wrong-type"],
    [() => verifySignature({ ...signed, deep }), "too-deep"],
  ])
    await assert.rejects(call, (error) => error.name === "ReadinessError" && error.code === code, String(call));
});

test("where the platform has no Ed25519 every call says so", async () => {
  const { subtle } = globalThis.crypto;
  const own = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  const without = { digest: subtle.digest.bind(subtle) };
  for (const name of ["generateKey", "importKey", "sign", "verify"])
    without[name] = () => Promise.reject(new DOMException("Unrecognized name", "NotSupportedError"));
  for (const crypto of [{ subtle: without }, {}]) {
    Object.defineProperty(globalThis, "crypto", { configurable: true, value: crypto });
    try {
      for (const call of [generateKey, () => sign(result, key), () => verifySignature(signed)])
        await assert.rejects(call, ({ name, code }) => name === "ReadinessError" && code === "no-ed25519");
    } finally {
      Object.defineProperty(globalThis, "crypto", own);
    }
  }
});
