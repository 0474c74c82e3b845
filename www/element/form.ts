// The element as a control of a form.
import type { AssessmentFile } from "../app/model/wasm.js";
import { AttributesElement } from "./attributes.js";
import { internalsOf } from "./internals.js";

export const NAME = "iso27001-readiness";

export abstract class FormElement extends AttributesElement {
  /** It takes part in forms. */
  static readonly formAssociated = true;

  abstract get assessment(): string;
  abstract set assessment(assessment: string | AssessmentFile | object | null);
  abstract reset(): void;

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return internalsOf(this).form;
  }
  /** `iso27001-readiness`, as a control of a form names its kind. */
  get type(): string {
    return NAME;
  }
  /** The same as `assessment`: what a form submits under `name`. */
  get value(): string {
    return this.assessment;
  }
  set value(value: string | AssessmentFile | object | null) {
    this.assessment = value;
  }
  /** As of a form control. */
  get validity(): ValidityState {
    return internalsOf(this).validity;
  }
  /** As of a form control: what `setCustomValidity` was given. */
  get validationMessage(): string {
    return internalsOf(this).validationMessage;
  }
  /** As of a form control. */
  get willValidate(): boolean {
    return internalsOf(this).willValidate;
  }
  /** As of a form control. */
  checkValidity(): boolean {
    return internalsOf(this).checkValidity();
  }
  /** As of a form control. */
  reportValidity(): boolean {
    return internalsOf(this).reportValidity();
  }
  /** As of a form control: a message makes the form invalid, an empty one valid. */
  setCustomValidity(message: string): void {
    internalsOf(this).setValidity(message === "" ? {} : { customError: true }, message);
  }
  formResetCallback(): void {
    this.reset();
  }
}
