import { html, type TemplateResult } from "lit";
import type { Page } from "../page.js";
import { t } from "../text.js";

export const plan = (_: Page): TemplateResult => html`<h1 id="title" tabindex="-1">${t("nav.plan")}</h1>`;
