"""Drives the command `age` of another project, which asks for a passphrase on a terminal and nowhere else.

    command.py encrypt PASSPHRASE IN OUT
    command.py decrypt PASSPHRASE IN OUT

Ends with the code of `age`.
"""

import os
import pty
import select
import sys


def main() -> int:
    what, passphrase, source, target = sys.argv[1:]
    mode = {"encrypt": ["--passphrase"], "decrypt": ["--decrypt"]}[what]
    child, terminal = pty.fork()
    if child == 0:
        os.execvp("age", ["age", *mode, "--output", target, source])
    asked = 0
    heard = b""
    while True:
        ready, _, _ = select.select([terminal], [], [], 120)
        try:
            part = os.read(terminal, 1024) if ready else b""
        except OSError:
            part = b""
        if not part:
            break
        heard += part
        # Once for reading, twice for writing.
        while heard.count(b"Enter passphrase") + heard.count(b"Confirm passphrase") > asked:
            asked += 1
            os.write(terminal, passphrase.encode() + b"\n")
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        sys.stderr.write(heard.decode(errors="replace"))
    return code


if __name__ == "__main__":
    sys.exit(main())
