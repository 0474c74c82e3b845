import { parse, VIEWS, type Route, type Router, type View } from "../app/router.js";

/** Routes of an element inside somebody else's page, whose address is not ours to change. */
export class InnerRouter implements Router {
  route: Route = { view: "start", rest: [] };
  #moved = new Set<() => void>();

  constructor(private readonly hides: (view: View) => boolean = () => false) {}

  /** Goes there and tells nobody: focus stays where it is. */
  put(hash: string): void {
    const route = parse(hash);
    const first = VIEWS.find((view) => !this.hides(view)) ?? "start";
    this.route = this.hides(route.view) ? { view: first, rest: [] } : route;
  }
  go(hash: string): void {
    this.put(hash);
    for (const moved of this.#moved) moved();
  }
  /** There are no steps back here. */
  replace(hash: string): void {
    this.go(hash);
  }
  subscribe(moved: () => void): () => void {
    this.#moved.add(moved);
    return () => this.#moved.delete(moved);
  }
}
