import { html, nothing, svg, type TemplateResult } from "lit";
import type { Interval } from "../model/wasm.js";
import { range } from "../text/format.js";
import { t } from "../text/messages.js";

type Ends = Interval | { low: number | null; high: number | null } | null;

/**
 * What is earned, what is still open, what is lost: one bar. What lies above the confirmed lower end comes from the quick
 * scan alone and is hatched. Hidden from readers, since the number stands beside it.
 */
export function bar(score: Ends, confirmed = score?.low ?? 0): TemplateResult {
  const low = (score?.low ?? 0) / 100;
  const high = (score?.high ?? 0) / 100;
  const sure = Math.min(low, confirmed / 100);
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="lost" width="100" height="8" />
    <rect class="maybe" x=${low} width=${Math.max(0, high - low)} height="8" />
    <rect class="earned" width=${sure} height="8" />
    ${low > sure ? svg`<path class="unconfirmed" d="M${sure} 4H${low}" />` : nothing}
  </svg>`;
}

/** A score that opens its explanation. */
export const score = (value: Ends, name: string, explain: () => void, size = "", confirmed = true): TemplateResult =>
  html`<button type="button" class="number ${size}" @click=${explain}>
    <span class="figure">${range(value, confirmed)}</span><span class="hidden">${t("explain.of", { name })}</span>
  </button>`;
