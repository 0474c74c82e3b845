// An element's part in a form, also in test environments that have no form-associated elements.

type Internals = Pick<
  ElementInternals,
  | "form"
  | "validity"
  | "validationMessage"
  | "willValidate"
  | "checkValidity"
  | "reportValidity"
  | "setFormValue"
  | "setValidity"
>;

const known = new WeakMap<HTMLElement, Internals>();

/** Those of an element, which are attached once. Nobody but its own class is given them. */
export function internalsOf(element: HTMLElement): Internals {
  const found = known.get(element) ?? attached(element);
  known.set(element, found);
  return found;
}

/** The platform's; in jsdom and happy-dom, which lack them or their methods, a stand-in that takes part in nothing. */
function attached(element: HTMLElement): Internals {
  const internals = (element as Partial<HTMLElement>).attachInternals?.();
  if (internals !== undefined && "setFormValue" in internals && "setValidity" in internals) return internals;
  let message = "";
  return {
    get form() {
      return element.closest("form");
    },
    get validity() {
      return { valid: message === "", customError: message !== "" } as ValidityState;
    },
    get validationMessage() {
      return message;
    },
    willValidate: true,
    checkValidity: () => message === "",
    reportValidity: () => message === "",
    setFormValue: () => {},
    setValidity(_flags, text = "") {
      message = text;
    },
  };
}
