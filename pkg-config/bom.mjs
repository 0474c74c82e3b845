// The bill of materials of what is shipped, in CycloneDX: `node pkg-config/bom.mjs LIST… DIST`, the last step of cargo xtask build.
// It holds no time and no serial number: the same commit gives the same bytes.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { components, read } from "./components.mjs";

const dist = process.argv.at(-1);
const { ours, all } = components(process.argv.slice(2, -1));
const page = createHash("sha256")
  .update(read(join(dist, "iso27001-readiness.html")))
  .digest("hex");
const bom = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: { component: { ...ours.component, type: "application", hashes: [{ alg: "SHA-256", content: page }] } },
  components: all.map(({ component }) => component),
  dependencies: [ours, ...all].map(({ component, needs }) => ({
    ref: component["bom-ref"],
    dependsOn: [...needs].sort(),
  })),
};
writeFileSync(join(dist, "iso27001-readiness.cdx.json"), `${JSON.stringify(bom, null, 2)}\n`);
