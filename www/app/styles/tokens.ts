import { css } from "lit";

/** Roles, not places. `color-scheme` comes from the document, so a choice there reaches everything. */
export const tokens = css`
  :host {
    --accent: var(--readiness-accent, light-dark(#0b5f73, #6cc8dd));
    --on-accent: var(--readiness-on-accent, light-dark(#ffffff, #06222a));
    --accent-soft: light-dark(#e2f0f3, #15313a);
    --page: var(--readiness-background, light-dark(#f5f6f8, #11151a));
    --surface: var(--readiness-surface, light-dark(#ffffff, #191f26));
    --sunken: light-dark(#edf0f3, #0d1115);
    --ink: var(--readiness-ink, light-dark(#17202a, #e7ebef));
    --quiet: light-dark(#51606e, #a6b2bd);
    --line: light-dark(#d5dbe1, #313b46);
    --edge: light-dark(#74828f, #8493a0);
    --good: light-dark(#17693f, #6ccb98);
    --bad: light-dark(#ab241c, #ff958c);
    --warn: light-dark(#7d5200, #e9bb60);
    --bad-soft: light-dark(#fbeceb, #341b1b);
    --warn-soft: light-dark(#fbf3e0, #322816);
    --good-soft: light-dark(#e6f3ec, #14301f);
    --earned: var(--accent);
    --maybe: light-dark(#a3cdd7, #2d6472);
    --lost: light-dark(#dde3e8, #2b343e);
    --font: var(--readiness-font, system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif);
    --tiny: 0.8125rem;
    --small: 0.875rem;
    --large: 1.125rem;
    --s1: 0.25rem;
    --s2: 0.5rem;
    --s3: 0.75rem;
    --s4: 1rem;
    --s5: 1.5rem;
    --s6: 2rem;
    --s7: 3rem;
    --round: 6px;
  }
  @media (forced-colors: active) {
    :host {
      --accent: Highlight;
      --on-accent: HighlightText;
      --accent-soft: Canvas;
      --page: Canvas;
      --surface: Canvas;
      --sunken: Canvas;
      --ink: CanvasText;
      --quiet: CanvasText;
      --line: CanvasText;
      --edge: CanvasText;
      --good: CanvasText;
      --bad: CanvasText;
      --warn: CanvasText;
      --bad-soft: Canvas;
      --warn-soft: Canvas;
      --good-soft: Canvas;
      --earned: Highlight;
      --maybe: GrayText;
      --lost: Canvas;
    }
  }
`;
