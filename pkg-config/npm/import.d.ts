// What an assessment of the package can do by way of the second module.
import type { Grid, Proposal, ProposedChange, ProposeOptions } from "./core.js";

declare module "./core.js" {
  interface Assessment {
    /**
     * What sheets of others would change, in which words and columns, and what is not taken, with the reason. Nothing is
     * changed by it. It needs the second module: see `readyDeferred`.
     */
    propose(sheets: readonly Grid[], options?: ProposeOptions): Proposal;
    /**
     * Makes the changes of a proposal as one change: all of them, or those that `only` wants; where one is refused, none.
     */
    apply(proposal: Pick<Proposal, "changes">, options?: { only?: (change: ProposedChange) => boolean }): void;
  }
}
