import { html, type TemplateResult } from "lit";
import type { Coverage } from "../model/wasm.js";
import { t } from "../text/messages.js";

/** Answered of applicable, with the provisional ones shown apart. */
export const coverageText = (coverage: Coverage): string =>
  coverage.provisional > 0
    ? t("coverage.with", { answered: coverage.answered, provisional: coverage.provisional, of: coverage.applicable })
    : t("coverage.plain", { answered: coverage.answered, of: coverage.applicable });

export function meter(done: number, provisional: number, of: number): TemplateResult {
  const share = (count: number): number => (of === 0 ? 0 : (count / of) * 100);
  return html`<svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="lost" width="100" height="4" />
    <rect class="maybe" x=${share(done)} width=${share(provisional)} height="4" />
    <rect class="earned" width=${share(done)} height="4" />
  </svg>`;
}
