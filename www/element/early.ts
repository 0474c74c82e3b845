// Properties that a framework, or a page, set before the element was defined.

/** Those that an assignment may have put on the element itself, where they would hide the class's own. */
const PROPERTIES = [
  "assessment",
  "value",
  "minimums",
  "edition",
  "mode",
  "storage",
  "readonly",
  "disabled",
  "name",
  "hide",
  "lock",
];

/** Sets anew what was set too early. */
export function takeEarly(element: HTMLElement): void {
  const own = element as unknown as Record<string, unknown>;
  for (const name of PROPERTIES) {
    if (!Object.hasOwn(element, name)) continue;
    const value = own[name];
    delete own[name];
    own[name] = value;
  }
}
