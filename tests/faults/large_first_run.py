#!/usr/bin/env python3
"""A first run so large that its pages are in the ledger's file before it commits, ended there.   large_first_run.py TENKO

Killed, the next run finds an empty ledger and is the first; ended by TERM, neither file nor journal stays.
"""
import os
import signal
import subprocess
import sys
import tempfile
import time

ACCOUNTS, PEOPLE = 250_000, 1000  # some 100 bytes each: more than the pages that stay in memory
SPILLED = 1 << 20
TRIALS = 5
CONFIG = """rosters: [{name: staff, source: {path: staff.csv}}]
systems: [{name: tax, source: {path: tax.csv}}]
safety: {max_unmatched_percent: 100}
"""


def write_city(folder):
    with open(os.path.join(folder, "tenko.yaml"), "w") as f:
        f.write(CONFIG)
    with open(os.path.join(folder, "staff.csv"), "w") as f:
        f.write("person_id,name\n" + "".join(f"{i:06},Person {i}\n" for i in range(PEOPLE)))
    with open(os.path.join(folder, "tax.csv"), "w") as f:
        f.write("user_id,person_id,role,created_on,last_login_on\n")
        f.writelines(f"account-{i:09},{i % PEOPLE:06},clerk of division {i % 89},2020-04-{1 + i % 28:02},2026-03-{1 + i % 30:02}\n"
                     for i in range(ACCOUNTS))


def end_when_spilled(run, folder, number):
    """What is left of the ledger. A run that was over before it was seen to spill, on a busy machine, is tried again."""
    ledger = os.path.join(folder, "tenko.db")
    for _ in range(TRIALS):
        process = subprocess.Popen(run, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and not (os.path.exists(ledger) and os.path.getsize(ledger) > SPILLED):
            time.sleep(0.001)
        process.send_signal(number)
        if process.wait() != 0:
            assert process.returncode == (-signal.SIGKILL if number == signal.SIGKILL else 128 + number), process.returncode
            return sorted(name for name in os.listdir(folder) if name.startswith("tenko.db"))
        os.unlink(ledger)
    sys.exit(f"in {TRIALS} trials the run was over before its pages were in the file")


def main():
    tenko = os.path.abspath(sys.argv[1])
    run = [tenko, "run", "--as-of", "2026-03-31", "--format", "csv"]
    with tempfile.TemporaryDirectory() as folder:
        write_city(folder)
        left = end_when_spilled(run, folder, signal.SIGTERM)
        assert left == [], f"ended by TERM: {left}"
        left = end_when_spilled(run, folder, signal.SIGKILL)
        assert left == ["tenko.db", "tenko.db-journal"], f"killed: {left}"
        assert subprocess.run([tenko, "runs"], cwd=folder, capture_output=True).returncode == 4, "no run is in the ledger"
        done = subprocess.run(run, cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        verified = subprocess.run([tenko, "verify"], cwd=folder, capture_output=True, text=True)
        assert verified.returncode == 0, verified.stdout + verified.stderr
        runs = subprocess.run([tenko, "runs", "--format", "json"], cwd=folder, capture_output=True, text=True)
        assert runs.stdout.count('"as_of"') == 1, runs.stdout
        left = sorted(name for name in os.listdir(folder) if name.startswith((".report", "tenko.db")))
        assert left == ["tenko.db"], left


if __name__ == "__main__":
    main()
