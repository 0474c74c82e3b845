// The element as a control of a form.
import { AttributesElement } from "./attributes.js";
import { internalsOf } from "./internals.js";

export const NAME = "iso27001-readiness";

export abstract class FormElement extends AttributesElement {
  static readonly formAssociated = true;

  abstract get assessment(): string;
  abstract set assessment(assessment: string | object | null);
  abstract reset(): void;

  get form(): HTMLFormElement | null {
    return internalsOf(this).form;
  }
  get type(): string {
    return NAME;
  }
  get value(): string {
    return this.assessment;
  }
  set value(value: string | object | null) {
    this.assessment = value;
  }
  get validity(): ValidityState {
    return internalsOf(this).validity;
  }
  get validationMessage(): string {
    return internalsOf(this).validationMessage;
  }
  get willValidate(): boolean {
    return internalsOf(this).willValidate;
  }
  checkValidity(): boolean {
    return internalsOf(this).checkValidity();
  }
  reportValidity(): boolean {
    return internalsOf(this).reportValidity();
  }
  setCustomValidity(message: string): void {
    internalsOf(this).setValidity(message === "" ? {} : { customError: true }, message);
  }
  formResetCallback(): void {
    this.reset();
  }
}
