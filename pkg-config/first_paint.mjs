// Runs the app's script on an empty document and prints the start page that it draws, as markup and styles: the page
// holds them, so that they are painted before script and wasm have come.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const NAME = "iso27001-readiness";
const [script, wasm] = process.argv.slice(2);

const { window } = new JSDOM(`<!doctype html><${NAME}></${NAME}><script type="text/plain" id="wasm">`, {
  runScripts: "outside-only",
  url: "file:///start.html",
});
const { document } = window;
// The rest of the page is still to come: that is no news to tell on it.
Object.defineProperty(document, "readyState", { value: "loading" });
// A table that leaves every byte as it is, and then the bytes: what the page's own encoding comes down to.
const table = String.fromCharCode(...Array(256).keys());
Object.assign(document.getElementById("wasm"), { textContent: table + readFileSync(wasm, "latin1") });
document.getElementById("wasm").dataset.code = "0";
Object.assign(window, { MessageChannel, TextDecoder, TextEncoder });
window.eval(readFileSync(script, "utf8"));

const element = document.querySelector(NAME);
const root = element.shadowRoot;
for (const end = Date.now() + 20_000; !root.querySelector("h1#title"); await element.updateComplete) {
  if (element.fault || Date.now() > end) throw new Error(`the app did not start: ${element.fault ?? "no heading"}`);
  await new Promise((wake) => setTimeout(wake, 20));
}

// Without constructed sheets Lit writes its styles into the root.
const styles = [...root.querySelectorAll("style")];
for (const style of styles) style.remove();
const comments = document.createTreeWalker(root, window.NodeFilter.SHOW_COMMENT);
for (const found = []; ; found.push(comments.currentNode)) {
  if (comments.nextNode()) continue;
  for (const comment of found) comment.remove();
  break;
}
// What the page says where scripts are off stands in the place of the buttons that need them.
root.querySelector(".options").before(document.createElement("slot"));

const tidy = (text) => text.replace(/\s*\n\s*/g, "\n").trim();
process.stdout.write(
  JSON.stringify({
    style: tidy(styles.map((style) => style.textContent).join("\n")),
    markup: tidy(root.innerHTML).replaceAll('disabled=""', "disabled"),
  }),
);
process.exit();
