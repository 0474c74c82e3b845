import { html, svg, type TemplateResult } from "lit";
import type { Interval } from "../model/wasm.js";
import { date } from "../text/format.js";
import { t } from "../text/messages.js";

/** More of them would hide each other. */
const MOST_DOTS = 100;

export interface Moment {
  at: string;
  overall: Interval;
}

/** Both ends of the score over time. The table beside it says the same in numbers. */
export function line(moments: Moment[]): TemplateResult {
  const times = moments.map((one) => Date.parse(one.at));
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  // Clocks jump, and what came later stands to the right of what came before all the same.
  const ordered = last > first && times.every((time, index) => index === 0 || time >= (times[index - 1] ?? time));
  const x = (index: number): string =>
    (ordered ? (((times[index] ?? 0) - first) / (last - first)) * 100 : (index / (moments.length - 1)) * 100).toFixed(
      2,
    );
  const at = (end: "low" | "high") => (one: Moment, index: number) =>
    `${x(index)},${(100 - one.overall[end] / 100).toFixed(2)}`;
  const [low, high] = [moments.map(at("low")), moments.map(at("high"))];
  const dots = (end: string, points: string[]): TemplateResult[] =>
    // Without a length, so that the shape does not stretch with the chart.
    (points.length > MOST_DOTS ? [] : points).map((point) => svg`<path class="dot ${end}" d="M${point}h0" />`);
  return html`<figure class="line">
    <div class="scale" aria-hidden="true"><span>100%</span><span>50%</span><span>0%</span></div>
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label=${t("compare.chart")}>
      ${[0, 25, 50, 75, 100].map((y) => svg`<path class="grid" d="M0,${y}h100" />`)}
      <polygon class="between" points=${[...low, ...[...high].reverse()].join(" ")} />
      <polyline class="high" points=${high.join(" ")} />
      <polyline class="low" points=${low.join(" ")} />
      ${dots("high", high)} ${dots("low", low)}
    </svg>
    <div class="times" aria-hidden="true"><span>${date(moments[0]?.at ?? "")}</span><span>${t("compare.now")}</span></div>
    <figcaption class="legend">
      <span><i class="swatch low"></i>${t("line.low")}</span> <span><i class="swatch high"></i>${t("line.high")}</span>
    </figcaption>
  </figure>`;
}
