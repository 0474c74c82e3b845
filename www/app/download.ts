/** Hands a file to the browser. */
export function download(name: string, content: Blob): void {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(content);
  anchor.download = name;
  anchor.click();
  // The browser has its own hold on the bytes by then.
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000);
}
