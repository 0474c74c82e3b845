// A question, its reason and its notes.
import { css } from "lit";

export const questionStyles = css`
  .question {
    padding: clamp(1rem, 2.5cqi, 1.5rem);
    border: 1px solid var(--line);
    border-radius: calc(var(--round) * 1.5);
    background: var(--surface);
  }
  .questions > * + *,
  .documents > * + * {
    margin-block-start: var(--s4);
  }
  .question legend,
  .document legend {
    float: inline-start;
    inline-size: 100%;
    padding: 0;
  }
  .question legend + *,
  .document legend + * {
    clear: both;
  }
  .question legend {
    color: var(--quiet);
    font-size: var(--small);
  }
  .question legend .ref {
    color: var(--accent);
  }
  .question legend .title {
    font-weight: 500;
  }
  .about,
  .asked {
    display: block;
  }
  .asked {
    padding-block: var(--s1);
    color: var(--ink);
    font-size: var(--large);
    font-weight: 600;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .example {
    /* Below the ring around the legend. */
    padding-block: var(--s1) var(--s3);
    color: var(--quiet);
    font-size: var(--small);
  }
  .provisional {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
    margin-block-end: var(--s2);
    color: var(--quiet);
    font-size: var(--small);
  }
  .reason {
    margin-block-start: var(--s3);
    padding-inline-start: var(--s4);
    border-inline-start: 4px solid var(--accent);
  }
  .aside {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s5);
    align-items: flex-start;
    margin-block-start: var(--s3);
  }
  .aside .clear {
    margin-inline-start: auto;
  }
  .exclusion {
    margin-block-start: var(--s2);
  }
  .exclusion.warn {
    color: var(--warn);
    font-weight: 600;
  }
`;
