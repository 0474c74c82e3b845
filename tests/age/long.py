"""The command `age` and this one read each other's files. Ends with 1 if they do not."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parents[2]
COMMAND = ROOT / "target/release/iso27001-readiness"
PASSPHRASE = "correct horse – battery staple"
ENVIRONMENT = {**os.environ, "ISO27001_READINESS_PASSPHRASE": PASSPHRASE}
ROUNDS = 5


def age(what: str, passphrase: str, source: pathlib.Path, target: pathlib.Path) -> int:
    driver = [sys.executable, ROOT / "tests/age/command.py", what, passphrase, source, target]
    return subprocess.run(driver, stderr=subprocess.DEVNULL).returncode


def ours(*arguments: object, environment: dict[str, str] = ENVIRONMENT) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([COMMAND, *map(str, arguments)], env=environment, capture_output=True)


def main() -> int:
    tried: list[bool] = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        plain, closed, opened = folder / "a.json", folder / "a.age", folder / "b.json"
        for size in range(ROUNDS):
            note = "ü" * (size * 2500)
            assert ours("new", "--organisation", f"Example {size}", "--out", plain).returncode == 0
            file = json.loads(plain.read_text())
            file["requirements"] = {"4.1": {"answer": size, "note": note}}
            plain.write_text(json.dumps(file))
            report = ours("report", plain).stdout
            tried.append(age("encrypt", PASSPHRASE, plain, closed) == 0 and ours("report", closed).stdout == report)
            wrong = {**ENVIRONMENT, "ISO27001_READINESS_PASSPHRASE": "another"}
            tried.append(ours("report", closed, environment=wrong).returncode == 2)
            closed.unlink()
            ours("report", "--format", "xlsx", "--encrypt", "--out", closed, plain)
            tried.append(age("decrypt", PASSPHRASE, closed, opened) == 0)
            tried.append(opened.read_bytes() == ours("report", "--format", "xlsx", plain).stdout)
            opened.unlink()
            tried.append(age("decrypt", "another", closed, opened) != 0 and not opened.exists())
            closed.unlink()
    print(f"{sum(tried)} passed, {len(tried) - sum(tried)} failed")
    return 0 if all(tried) else 1


if __name__ == "__main__":
    sys.exit(main())
