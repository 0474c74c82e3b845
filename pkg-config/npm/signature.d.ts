import type { ResultEnvelope } from "./core.js";

/** An Ed25519 key as JWK (RFC 8037). */
export interface PublicKey {
  kty: "OKP";
  crv: "Ed25519";
  x: string;
}
export interface PrivateKey extends PublicKey {
  d: string;
  alg?: "EdDSA";
  use?: "sig";
  /** The thumbprint of the public key (RFC 7638). */
  kid?: string;
}
/** Whether a signature holds, and whose it is. */
export interface SignatureVerification {
  /** Whether everything else in the envelope is what was signed with this key. */
  ok: boolean;
  /** The key that the signature names; null where it names none. Whose key it is, only you can know. */
  key: PublicKey | null;
  /** The key's thumbprint (RFC 7638), to compare with the one that an organisation gave you. */
  thumbprint: string | null;
}

/**
 * Makes a key of an organisation. Keep it in a file of its own: whoever has it signs in your name.
 *
 * Rejects with a `ReadinessError` of the code `no-ed25519` where the platform's Web Cryptography has no Ed25519, as do the others.
 */
export function generateKey(): Promise<PrivateKey>;

/** The envelope with a `signature` over everything else in it. A signature that was there is replaced. */
export function sign(envelope: ResultEnvelope | string, key: PrivateKey): Promise<ResultEnvelope>;

/**
 * Whether the signature of an envelope holds, and whose it is; null where there is none. It says nothing of the figures:
 * `verify` does, and refuses what is no envelope.
 */
export function verifySignature(envelope: unknown): Promise<SignatureVerification | null>;
