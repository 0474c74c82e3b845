// The bill of materials of what is shipped, in CycloneDX: `node pkg-config/bom.mjs LIST… DIST`, the last step of cargo xtask build.
// It holds no time and no serial number: the same commit gives the same bytes.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { components, read } from "./components.mjs";

const dist = process.argv.at(-1);
const { ours, all } = components(process.argv.slice(2, -1));
/** The files that are shipped: the page, then the review desk. */
const files = ["iso27001-readiness.html", "iso27001-desk.html"].map((name) => {
  const content = createHash("sha256")
    .update(read(join(dist, name)))
    .digest("hex");
  return { type: "file", name, hashes: [{ alg: "SHA-256", content }] };
});
const bom = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: { component: { ...ours.component, type: "application", hashes: files[0].hashes, components: files } },
  components: all.map(({ component }) => component),
  dependencies: [ours, ...all].map(({ component, needs }) => ({
    ref: component["bom-ref"],
    dependsOn: [...needs].sort(),
  })),
};
writeFileSync(join(dist, "iso27001-readiness.cdx.json"), `${JSON.stringify(bom, null, 2)}\n`);
