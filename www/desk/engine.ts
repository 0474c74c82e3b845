// Computes what the desk shows, in a worker or, where none is allowed, in time slices of the page. One script for both: in
// the page it is a function, in a worker it listens.
import { Engine } from "./engine/engine.js";
import type { Reply, Request } from "./engine/protocol.js";

/** The scope of a worker, of which the page's types know nothing. */
interface Scope {
  document?: unknown;
  deskEngine?: (send: (reply: Reply) => void) => Engine;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(reply: Reply): void;
}
const scope = globalThis as unknown as Scope;

if (scope.document === undefined) {
  const engine = new Engine((reply) => scope.postMessage(reply));
  // A promise that nobody awaits says nothing to the page; what is thrown in a timer does.
  const thrown = (error: unknown): void =>
    void setTimeout(() => {
      throw error;
    });
  scope.onmessage = ({ data }) => void engine.take(data).catch(thrown);
} else scope.deskEngine = (send) => new Engine(send);
