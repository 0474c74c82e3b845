import { message, read, VERSION, type FromHost, type ToHost } from "./protocol.js";

type Incoming = Exclude<FromHost, { type: "welcome" }>;

/**
 * The one line to the page around this one.
 *
 * A sandboxed page cannot ask who is around it, and a port does not say who is at its other end. So hello goes to whoever is
 * there and carries nothing; the page that it reaches can answer only from its own window, and that answer has its origin on
 * it. Until then the port is not even listened to, and nothing is sent through it.
 */
export class Port {
  /** Who is around this page, once it has answered. */
  origin: string | null = null;
  #port: MessagePort | null = null;

  constructor(
    private readonly around: Window,
    private readonly heard: (message: Incoming) => void,
    private readonly bound: (origin: string) => void,
  ) {}

  hello(): void {
    const { port1, port2 } = new MessageChannel();
    addEventListener("message", (event) => this.#answered(event, port1));
    this.around.postMessage(message("hello", { versions: [VERSION] }), "*", [port2]);
  }

  send<T extends keyof ToHost>(type: T, payload: ToHost[T], id?: string): void {
    this.#port?.postMessage(message(type, payload, id));
  }

  #answered(event: MessageEvent, port: MessagePort): void {
    if (this.#port || event.source !== this.around || !event.isTrusted) return;
    // An origin that cannot be named cannot be shown to the person either.
    if (!/^https?:\/\//.test(event.origin)) return;
    if (read(event.data)?.type !== "welcome") return;
    this.origin = event.origin;
    this.#port = port;
    this.bound(event.origin);
    port.onmessage = ({ data }: MessageEvent) => {
      const heard = read(data);
      if (heard && heard.type !== "welcome") this.heard(heard);
    };
  }
}
