/** The package as it is shipped: what the page should have computed. */
export const { Assessment, catalog, ready } = await import(new URL("../../../dist/npm/node.js", import.meta.url));
