// The bill of materials of what is shipped, in CycloneDX: `node pkg-config/bom.mjs LIST…`, the last step of cargo xtask build.
// It holds no time and no serial number: the same commit gives the same bytes.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { components, read, ROOT } from "./components.mjs";

const { ours, all } = components(process.argv.slice(2));
const page = createHash("sha256").update(read("dist/iso27001-readiness.html")).digest("hex");
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
writeFileSync(new URL("dist/iso27001-readiness.cdx.json", ROOT), `${JSON.stringify(bom, null, 2)}\n`);
