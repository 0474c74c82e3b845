// Gives the element's copy of Lit a Trusted Types policy of its own name, made when the first template is drawn. Under Lit's
// own name, and at import, it would stop wherever the page around has a Lit too, or a second copy of the package.
import type { Plugin } from "vite";

const NAME = "iso27001-readiness";
const FOUND = /(\w+)\.createPolicy\("lit-html",\{createHTML:(\w+)=>\2\}\)/g;

export const trustedTypesPolicy: Plugin = {
  name: "trusted-types-policy",
  transform(code, id) {
    if (!id.endsWith("/lit-html/lit-html.js")) return null;
    const found = [...code.matchAll(FOUND)];
    if (found.length !== 1) throw new Error(`${id} makes ${found.length} policies as Lit does, not one`);
    const own = `{made:void 0,createHTML(h){return(this.made??=$1.createPolicy("${NAME}",{createHTML:h=>h})).createHTML(h)}}`;
    return { code: code.replace(FOUND, own), map: null };
  },
};
