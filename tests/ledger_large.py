#!/usr/bin/env python3
"""`verify` and the view of lives on a ledger of 100,000 exceptions.   ledger_large.py TENKO CITY

Both once searched all events for each exception: with so many that takes minutes, and seconds where each is looked at once. The limit
lies between the two, far from both, and is of CPU seconds: a busy machine is no fault.
"""
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile

COUNT, LIMIT_S = 100_000, 30


def hurried():
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT_S, LIMIT_S))


def main():
    tenko, city = map(os.path.abspath, sys.argv[1:3])
    folder = tempfile.mkdtemp(prefix="tenko-ledger-large-")
    try:
        city = shutil.copytree(city, os.path.join(folder, "city"))
        subprocess.run([tenko, "run", "--format", "jsonl"], cwd=city, check=True, stdout=subprocess.DEVNULL)
        with sqlite3.connect(os.path.join(city, "tenko.db")) as ledger:
            day, state = ledger.execute("SELECT first_seen, state FROM finding LIMIT 1").fetchone()
            ids = range(1, COUNT + 1)
            ledger.executemany("INSERT INTO finding VALUES(?, ?, 'open', 1, ?, NULL)", ((i, state, day) for i in ids))
            ledger.executemany("INSERT INTO event VALUES(1, ?, 'new', ?, NULL)", ((i, state) for i in ids))
        done = subprocess.run([tenko, "verify", "--format", "json"], cwd=city, capture_output=True, text=True, preexec_fn=hurried)
        assert done.returncode == 1 and '"run"' in done.stdout, f"events that no run wrote do not fit its hash: {done.returncode}"
        assert done.stdout.count('"finding"') >= COUNT, "lives that no run raised do not fit either"
        view = "SELECT count(*) FROM exceptions_over_time WHERE resolved_run IS NULL AND first_run = 1"
        done = subprocess.run([sys.executable, "-c", f"import sqlite3; print(sqlite3.connect('tenko.db').execute('{view}').fetchone()[0])"],
                              cwd=city, capture_output=True, text=True, preexec_fn=hurried)
        assert int(done.stdout) >= COUNT, done.stdout + done.stderr
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
