// Runs before the start page is painted: keeps it unseen where the address names another view, and in the chosen colours.
const { documentElement } = document;
if (!/^#?\/?(start\b.*)?$/.test(location.hash)) documentElement.setAttribute("data-elsewhere", "");
// As everywhere, nothing is read from the storage of a file or of a frame.
if (location.protocol.startsWith("http") && self === top) {
  try {
    const { theme } = JSON.parse(localStorage.getItem("iso27001-readiness/preferences") ?? "{}");
    if (theme === "light" || theme === "dark") documentElement.setAttribute("data-theme", theme);
  } catch {
    // Then the app finds no preferences either.
  }
}
