// XML that other programs wrote, read by hand: no document type, no entity of anybody's own.
/** What the reader tells of an element; names come without their prefix. */
export interface Told {
  open?: (name: string, attributes: Map<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const DEEPEST = 64;
const TAG = /^<(\/?)([^\s/>=<]+)((?:\s+[^\s=/<>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const local = (name: string): string => name.slice(name.indexOf(":") + 1);

export class MarkupFault extends Error {}

function plain(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,4}));|&/g,
    (_, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined;
      const sign = code === undefined ? NAMED[name ?? ""] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
      if (sign === undefined) throw new MarkupFault("entity");
      return sign;
    },
  );
}

/**
 * Reads XML that other programs wrote. A document type, and with it every entity of one's own, is refused. The browser's
 * own reader is out of reach: for a page that demands trusted types it is a place where markup comes in.
 */
export function readMarkup(text: string, told: Told): void {
  const open: string[] = [];
  const say = (raw: string): void => {
    if (raw !== "") told.text?.(plain(raw.replace(/\r\n?/g, "\n")));
  };
  const skip = (from: number, end: string): number => {
    const found = text.indexOf(end, from);
    if (found < 0) throw new MarkupFault("cut");
    return found;
  };
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const next = text.indexOf("<", at);
    say(text.slice(at, next < 0 ? text.length : next));
    if (next < 0) break;
    at = next;
    if (text.startsWith("<!--", at)) at = skip(at + 4, "-->") + 3;
    else if (text.startsWith("<![CDATA[", at)) {
      const end = skip(at, "]]>");
      told.text?.(text.slice(at + 9, end));
      at = end + 3;
    } else if (text.startsWith("<?", at)) at = skip(at, "?>") + 2;
    else {
      const end = skip(at, ">");
      // A ">" may stand in an attribute, so the tag is looked for further on as well, but not without end.
      const tag = TAG.exec(text.slice(at, end + 1)) ?? TAG.exec(text.slice(at, at + 8192));
      if (!tag) throw new MarkupFault("tag");
      const [whole, closing, name = "", rest = "", empty] = tag;
      at += whole.length;
      if (closing) {
        if (open.pop() !== name) throw new MarkupFault("nesting");
        told.close?.(local(name));
        continue;
      }
      const attributes = new Map<string, string>();
      for (const [, key = "", one, other] of rest.matchAll(ATTRIBUTE)) attributes.set(key, plain(one ?? other ?? ""));
      told.open?.(local(name), attributes);
      if (empty) told.close?.(local(name));
      else open.push(name);
      if (open.length > DEEPEST) throw new MarkupFault("depth");
    }
  }
  if (open.length > 0) throw new MarkupFault("cut");
}
