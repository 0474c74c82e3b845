import { randomUUID } from "node:crypto";
import { Assessment, verify } from "../../dist/npm/node.js";
import { verifySignature } from "../../dist/npm/signature.js";

/** What this portal asks of its vendors beside the score, by edition: supplier relations at level 3 at least. */
const MINIMUM = {
  level: 3,
  2022: ["A.5.19", "A.5.20", "A.5.21", "A.5.22", "A.5.23"],
  2013: ["A.15.1.1", "A.15.1.2", "A.15.1.3", "A.15.2.1", "A.15.2.2"],
};

/** How many requests of one vendor may be open at once: a page that is loaded anew asks anew. */
const MOST_OPEN = 100;

/** What this portal made up for its requests: each is good for one result. */
export class Nonces {
  #open = new Set();
  #used = new Set();

  issue() {
    const nonce = randomUUID();
    this.#open.add(nonce);
    if (this.#open.size > MOST_OPEN) this.#open.delete(this.#open.values().next().value);
    return nonce;
  }

  /** What is wrong with a nonce, or null. */
  fault(nonce) {
    if (this.#used.has(nonce)) return "It was sent before: its nonce has been used.";
    return this.#open.has(nonce) ? null : "Its nonce is none of ours.";
  }

  use(nonce) {
    this.#open.delete(nonce);
    this.#used.add(nonce);
  }
}

/**
 * What the review desk gets to see of an envelope. A score that arrives is a claim: it is recomputed, and a claim that differs is
 * refused with the places where it does. So is one that was not made for a request of this vendor's, or was made for another receiver.
 *
 * A signature is asked of nobody; one that does not hold is refused.
 *
 * `verified` means that the figures follow from the answers, and that they come from a page that this portal opened. Whether the
 * answers are true, and whose they are, no computation tells.
 */
export async function review(envelope, { request, audience, nonces }) {
  let verdict;
  try {
    verdict = verify(envelope);
  } catch (error) {
    if (error.name !== "ReadinessError") throw error;
    return { state: "refused", why: `${error.message} (${error.subject})`, differences: [] };
  }
  if (!verdict.ok) {
    return {
      state: "refused",
      why: "The figures are not those that follow from the answers.",
      differences: verdict.differences,
    };
  }
  const refuse = (why) => ({ state: "refused", why, differences: [] });
  const { binding } = verdict;
  if (binding === null) return refuse("It was made for no request: it carries no binding.");
  if (binding.audience !== audience) return refuse(`It was made for another receiver: ${binding.audience}`);
  const signature = await verifySignature(envelope);
  if (signature?.ok === false) return refuse("Its signature does not hold.");
  // From here on nothing is waited for, or one nonce could be used twice.
  const fault = nonces.fault(binding.nonce);
  if (fault !== null) return refuse(fault);
  // The report that was recomputed, not the one that came.
  const { report } = verdict;
  const { assessment } = envelope;
  // Put into the assessment that the vendor was given; whoever opened a file of their own has none.
  if (assessment.request !== undefined && assessment.request !== request) {
    return refuse(`It belongs to another request: ${assessment.request}`);
  }
  nonces.use(binding.nonce);
  const short = report.requirements.filter(
    ({ id, answer }) => MINIMUM[report.edition].includes(id) && !(answer >= MINIMUM.level),
  );
  return {
    state: "verified",
    organisation: assessment.organisation?.name ?? "",
    edition: report.edition,
    overall: report.overall,
    coverage: report.coverage,
    stages: report.stages.map(({ stage, state, gates }) => ({
      stage,
      state,
      open: gates.filter((gate) => gate.state !== "met").map((gate) => gate.title),
    })),
    major: report.requirements.filter(({ finding }) => finding === "major").map(({ id }) => id),
    unverified: verdict.unverified,
    // Whose key that is, the organisation says by another way, such as a call.
    signedBy: signature?.thumbprint ?? null,
    belowMinimum: short.map(({ id, answer }) => ({ id, answer })),
  };
}

/** The draft as it may be kept: read once, so that nobody can leave something else here. */
export function draft(text) {
  const assessment = Assessment.parse(text);
  try {
    return assessment.toJSON();
  } finally {
    assessment.free();
  }
}
