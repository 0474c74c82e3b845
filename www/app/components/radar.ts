import { html, svg, type TemplateResult } from "lit";
import { t } from "../text/messages.js";

export interface Axis {
  id: string;
  title: string;
  low: number | null;
  high: number | null;
}

const CENTRE = 100;
const RADIUS = 74;

const at = (index: number, of: number, share: number): string => {
  const angle = (index / of) * 2 * Math.PI - Math.PI / 2;
  return `${(CENTRE + Math.cos(angle) * RADIUS * share).toFixed(1)},${(CENTRE + Math.sin(angle) * RADIUS * share).toFixed(1)}`;
};

/** Both ends of every section's score. The table beside it says the same in numbers. */
export function radar(axes: Axis[]): TemplateResult {
  const count = axes.length;
  const ring = (share: number): string => axes.map((_, index) => at(index, count, share)).join(" ");
  const shape = (end: "low" | "high"): string =>
    axes.map((axis, index) => at(index, count, (axis[end] ?? 0) / 10000)).join(" ");
  return html`<svg class="radar" viewBox="0 0 200 200" role="img" aria-label=${t("radar.label")}>
    ${[0.25, 0.5, 0.75, 1].map((share) => svg`<polygon class="ring" points=${ring(share)} />`)}
    ${axes.map((_, index) => {
      const [x, y] = at(index, count, 1).split(",");
      return svg`<line class="ring" x1=${CENTRE} y1=${CENTRE} x2=${x} y2=${y} />`;
    })}
    <polygon class="high" points=${shape("high")} />
    <polygon class="low" points=${shape("low")} />
    ${axes.map((axis, index) => {
      const [x = "0", y = "0"] = at(index, count, 1.16).split(",");
      return svg`<text x=${x} y=${y} text-anchor="middle" dominant-baseline="middle">${axis.id}</text>`;
    })}
  </svg>`;
}
