import type { Plan, Report } from "../app/model/wasm.js";

export interface Blocker {
  id: string;
  kind: string;
  title: string;
}

/** What keeps a gate from being met, in the plan's order; provisional answers wait for confirmation. */
export function blockers(
  { actions, awaited }: Plan,
  { requirements }: Report,
  gate: string,
): Record<"act" | "ask" | "confirm", Blocker[]> {
  const provisional = new Set(requirements.filter((one) => one.provisional).map(({ id }) => id));
  const waiting = awaited.filter(({ gates }) => gates.includes(gate));
  return {
    act: actions.filter(({ gates }) => gates.includes(gate)),
    ask: waiting.filter(({ id }) => !provisional.has(id)),
    confirm: waiting.filter(({ id }) => provisional.has(id)),
  };
}
