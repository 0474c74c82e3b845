// The bill of materials of what is shipped, in CycloneDX: `node pkg-config/bom.mjs LIST…`, the last step of cargo xtask build.
// It holds no time and no serial number: the same commit gives the same bytes.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { parts, read, ROOT } from "./parts.mjs";

const { ours, all } = parts(process.argv.slice(2));
const page = createHash("sha256").update(read("dist/iso27001-readiness.html")).digest("hex");
const bom = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: { component: { ...ours.part, type: "application", hashes: [{ alg: "SHA-256", content: page }] } },
  components: all.map(({ part }) => part),
  dependencies: [ours, ...all].map(({ part, needs }) => ({ ref: part["bom-ref"], dependsOn: [...needs].sort() })),
};
writeFileSync(new URL("dist/iso27001-readiness.cdx.json", ROOT), `${JSON.stringify(bom, null, 2)}\n`);
