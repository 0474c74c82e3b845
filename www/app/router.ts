// Views and their addresses.
export const VIEWS = [
  "start",
  "assess",
  "result",
  "documents",
  "statement",
  "plan",
  "compare",
  "report",
  "learn",
  "data",
  "import",
] as const;
export type View = (typeof VIEWS)[number];
/** The views of the bar, in the order in which they are worked through. */
export const DESTINATIONS: readonly View[] = ["assess", "result", "plan", "documents", "statement", "report"];
export interface Route {
  view: View;
  /** What follows the view: a section and perhaps a requirement, or a topic. */
  rest: string[];
}

export const link = (view: View, ...rest: string[]): string => `#/${[view, ...rest.map(encodeURIComponent)].join("/")}`;

export function parse(hash: string): Route {
  const [view = "", ...rest] = hash.replace(/^#\/?/, "").split("/");
  const known = VIEWS.find((name) => name === view);
  const decoded = rest.filter((part) => part !== "").map((part) => part.replaceAll("%20", " "));
  return known ? { view: known, rest: decoded } : { view: "start", rest: [] };
}

export interface Router {
  readonly route: Route;
  go(hash: string): void;
  /** Goes there without a step back to where this was. */
  replace(hash: string): void;
  subscribe(moved: () => void): () => void;
}

/** The page's own router: works on any host, from a file and in a sandbox. */
export class HashRouter implements Router {
  get route(): Route {
    return parse(location.hash);
  }
  go(hash: string): void {
    location.hash = hash;
  }
  replace(hash: string): void {
    location.replace(hash);
  }
  subscribe(moved: () => void): () => void {
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }
}
