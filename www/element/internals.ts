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

/** The platform's; in jsdom and happy-dom, which lack them or their methods, a stand-in that takes part in nothing. */
export function internalsOf(element: HTMLElement): Internals {
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
