/** The package as it would be packed; `cargo xtask build` makes it. */
export const dist = new URL("../../dist/npm/", import.meta.url);

export const { Assessment, catalog, ready, readyDeferred, readyExchange, verify } = await import(
  new URL("node.js", dist)
);
export const { exportAs, exportNames, fill, firstVersion } = await import(new URL("exports.node.js", dist));
export const { oscalBundle, readOscal } = await import(new URL("oscal.node.js", dist));
export const { readSheets } = await import(new URL("sheets.js", dist));

/** Asserts nothing by itself: the ReadinessError that a call throws, or undefined. */
export function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}
