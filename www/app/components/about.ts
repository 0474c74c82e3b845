// Whose assessment it is, and of what scope.
import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "../page.js";
import type { FieldId } from "../ui_state.js";
import { t, tt } from "../text/messages.js";
import { field } from "./field.js";

const WHOSE = "whose";

/** A field for the organisation or its scope, in one of the places that ask for them. */
export const aboutField = (
  page: Page,
  name: "name" | "scope",
  place: "about" | "statement" | "whose",
  area = false,
): TemplateResult => {
  const id = `${place}-${name}` as const;
  return field(page, {
    id,
    label: tt(`about.${name}`),
    value: page.file.organisation?.[name] ?? "",
    ...(area ? { hint: t("about.scope.hint"), kind: "area" as const, rows: 2 } : {}),
    commit: (value) => {
      // What is being filled in does not go away under the hand.
      if (place === WHOSE) page.ui.choice.set("about", "open");
      page.change(t("change.about"), name, (assessment) => assessment.setOrganisation({ [name]: value }), id);
    },
  });
};

export const headcountField = (page: Page, id: FieldId, hint?: string): TemplateResult => {
  const { headcount } = page.file.organisation ?? {};
  return field(page, {
    id,
    label: t("about.headcount"),
    hint,
    kind: "number",
    value: headcount === undefined ? "" : String(headcount),
    commit: (value) =>
      void page.change(
        t("change.about"),
        "headcount",
        (assessment) => assessment.setOrganisation({ headcount: value.trim() === "" ? null : Number(value) }),
        id,
      ),
  });
};

/** Asks for both where one is missing, until that is skipped; the focus then goes on to what follows. */
export function whose(page: Page, next: string): TemplateResult | typeof nothing {
  const { name = "", scope = "" } = page.file.organisation ?? {};
  const asked = page.ui.choice.get("about");
  const missing = name === "" || scope === "";
  if (page.store.empty || page.readonly || page.paper || asked === "skipped" || !(missing || asked === "open"))
    return nothing;
  const skip = (): void => {
    page.ui.choice.set("about", "skipped");
    page.focusOn(next);
  };
  return html`<section class="card whose no-print" aria-labelledby="whose-title">
    <h2 id="whose-title">${t("about.ask")}</h2>
    <div class="pair">${aboutField(page, "name", WHOSE)} ${aboutField(page, "scope", WHOSE)}</div>
    ${missing ? html`<p class="buttons"><button type="button" id="whose-skip" @click=${skip}>${t("about.skip")}</button></p>` : nothing}
  </section>`;
}
