// The desk's start: the element, then its engine with the crate.
import "../page.css";
import { StartFault } from "../app/model/wasm.js";
import { t } from "../app/text/messages.js";
import { DeskElement } from "./desk_element.js";

const NAME = "iso27001-desk";

customElements.define(NAME, DeskElement);
const element = document.querySelector(NAME);
if (element instanceof DeskElement) {
  element.desk.start().catch((error: unknown) => {
    element.fault = error instanceof StartFault ? t(`fault.${error.reason}`) : t("fault.unknown");
  });
}
