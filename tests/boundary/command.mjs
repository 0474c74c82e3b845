// The command, as this commit builds it.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CARGO = ["run", "--quiet", "--locked", "--package", "iso27001-readiness", "--features", "cli"];

/** What the command says for these arguments: its exit code, standard output as bytes, and what it says beside that. */
export function command(...given) {
  return new Promise((done, failed) => {
    execFile(
      process.env.CARGO ?? "cargo",
      [...CARGO, "--bin", "iso27001-readiness", "--", ...given],
      { cwd: ROOT, encoding: "buffer", maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== "number") failed(error);
        else done({ code: error?.code ?? 0, stdout, said: stderr.toString() });
      },
    );
  });
}
