/** How long the page waits for a sign before it says that there is none. */
const PATIENCE_MS = 500;

export interface Narrow {
  /** A file was handed to the browser, which does not say whether it took it. */
  saved: (name: string, text: Promise<string> | null) => void;
  printed: () => void;
  opened: (href: string) => void;
}

/**
 * Says where the frame's sandbox disables something. It cannot be asked what it allows, and most of what it forbids fails without
 * a sign; so each is noticed where it is used. The page does each in one way only, and that way is watched here.
 */
export function watch(root: ShadowRoot, say: Narrow): void {
  // Without allow-forms a dialog's own buttons do nothing: they belong to a form.
  root.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.type === "submit" && button.form?.method === "dialog") button.closest("dialog")?.close();
  });

  // Without allow-popups.
  root.addEventListener("click", (event) => {
    const anchor = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[target=_blank]") : null;
    if (!anchor) return;
    event.preventDefault();
    const opened = blank();
    if (!opened) return say.opened(anchor.href);
    opened.opener = null;
    opened.location.href = anchor.href;
  });

  // Without allow-downloads. The text is taken while the file is made, since the policy forbids reading it back.
  const made = new Map<string, Blob>();
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    const url = make(object);
    made.clear();
    if (object instanceof Blob) made.set(url, object);
    return url;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    click.call(this);
    const blob = made.get(this.href);
    if (this.download !== "") say.saved(this.download, blob && isText(blob) ? blob.text() : null);
  };

  // Without allow-modals.
  const print = globalThis.print.bind(globalThis);
  globalThis.print = () => {
    let began = false;
    const begin = (): void => void (began = true);
    addEventListener("beforeprint", begin, { once: true });
    print();
    setTimeout(() => {
      removeEventListener("beforeprint", begin);
      if (!began) say.printed();
    }, PATIENCE_MS);
  };
}

/** A window for a link. Where there may be none, Firefox throws and the others give null. */
function blank(): Window | null {
  try {
    return open("", "_blank");
  } catch {
    return null;
  }
}

const isText = (blob: Blob): boolean => /^(text\/|application\/(json|xml|[\w.-]+\+json))/.test(blob.type);
