// Runs before the start page is painted: keeps it unseen where something else is to be drawn, puts it in the chosen
// colours, and notes what is pressed before the app can act on it.
const { documentElement } = document;
const unseen = (): void => documentElement.setAttribute("data-elsewhere", "");
if (!/^#?\/?(start\b.*)?$/.test(location.hash)) unseen();
// As everywhere, nothing is read from the storage of a file or of a frame.
if (location.protocol.startsWith("http") && self === top) {
  try {
    const { theme, keep } = JSON.parse(localStorage.getItem("iso27001-readiness/preferences") ?? "{}");
    if (theme === "light" || theme === "dark") documentElement.setAttribute("data-theme", theme);
    // Somebody whose answers are in the draft would see the page of somebody without any.
    if (keep === "yes") unseen();
  } catch {
    // Then the app finds no preferences either.
  }
}
// Links work by themselves. Of several buttons the last counts, so that a double click counts once.
document.addEventListener("click", (event) => {
  const [on] = event.composedPath();
  const button = on instanceof Element ? on.closest("button") : null;
  const root = button?.getRootNode();
  if (!(root instanceof ShadowRoot) || (root.host as { session?: unknown }).session) return;
  root.querySelector("[data-pressed]")?.removeAttribute("data-pressed");
  button?.setAttribute("data-pressed", "");
});
// The first number that is written loads what the browser knows of languages, which takes a phone long: once this much is
// painted, while the rest of the page is on its way.
new PerformanceObserver((list, self) => {
  if (list.getEntriesByName("first-contentful-paint").length === 0) return;
  self.disconnect();
  setTimeout(() => Intl.NumberFormat(documentElement.lang));
}).observe({ type: "paint" });
