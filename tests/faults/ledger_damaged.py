#!/usr/bin/env python3
"""Nothing is added to a ledger whose pages are damaged: exit 4, the earlier report stands; verify names the damage.

    ledger_damaged.py TENKO
"""
import os, subprocess, sys, tempfile

import project


def main():
    tenko = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        project.write(folder, system_count=1)
        run = lambda day: subprocess.run([tenko, "run", "--as-of", day], cwd=folder, capture_output=True, text=True)
        assert run("2026-04-01").returncode == 0
        ledger = os.path.join(folder, "tenko.db")
        size = os.path.getsize(ledger)
        with open(ledger, "r+b") as f:  # the second half, page by page; the first holds the schema
            for at in range(size // 2 // 8192 * 8192, size, 8192):
                f.seek(at)
                f.write(b"\x5a" * 8192)
        damaged = open(ledger, "rb").read()
        done = run("2026-05-01")
        assert done.returncode == 4 and "tenko.db" in done.stderr, f"exit {done.returncode}: {done.stderr}"
        assert open(ledger, "rb").read() == damaged, "the damaged ledger was written"
        assert project.day_of(os.path.join(folder, "report")) == "2026-04-01", "the old report is gone"
        checked = subprocess.run([tenko, "verify"], cwd=folder, capture_output=True, text=True)
        assert checked.returncode in (1, 4), f"verify: exit {checked.returncode}"
    print("a damaged ledger is refused")


if __name__ == "__main__":
    sys.exit(main())
