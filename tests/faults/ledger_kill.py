#!/usr/bin/env python3
"""Kills runs that write a ledger at random moments: it holds the run whole or not at all, `verify` is clean, report and ledger
agree, and the next run just works; a report that was staged for a run that is in the ledger is put in place by the next run.

    ledger_kill.py TENKO [KILLS]
"""
import json, os, random, shutil, signal, subprocess, sys, tempfile, time

import project


def tenko(program, folder, *words):
    done = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def runs(program, folder):
    code, out, err = tenko(program, folder, "runs", "--format", "json")
    assert code == 0, err
    return json.loads(out)


def manifest(folder):
    return json.load(open(os.path.join(folder, "report", "manifest.json"), encoding="utf-8"))


def start(program, folder, day):
    return subprocess.Popen([program, "run", "--as-of", day], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def check_whole(program, folder):
    """Verify is clean, and the report is that of a run in the ledger."""
    code, out, err = tenko(program, folder, "verify")
    assert code == 0, f"verify: {out}{err}"
    project.day_of(os.path.join(folder, "report"))
    heads = [r["head"] for r in runs(program, folder)]
    assert manifest(folder)["ledger_head"] in heads, "the report is of no run of the ledger"
    return heads


def edit(folder, turn):
    """Something changes from run to run: who holds the first accounts."""
    path = os.path.join(folder, "s0.csv")
    lines = open(path, encoding="utf-8").read().splitlines(True)
    lines[1] = f"u0,{turn % 2000:05},2025-{turn % 12 + 1:02}-02\n"
    open(path, "w", encoding="utf-8").writelines(lines)


def kill_many(program, folder, kills):
    began = time.monotonic()
    assert start(program, folder, "2026-01-01").wait() == 0
    length = time.monotonic() - began
    known, recorded, between = 1, 0, 0
    for i in range(kills):
        edit(folder, i)
        run = start(program, folder, f"2026-{i % 11 + 1:02}-{i % 28 + 1:02}")
        time.sleep(random.uniform(0.6 if i % 3 else 0, 1.4) * length)
        run.send_signal(signal.SIGKILL)
        run.communicate()
        heads = check_whole(program, folder)
        assert len(heads) in (known, known + 1), f"{len(heads)} runs after {known}"
        recorded += len(heads) > known
        between += heads[-1] != manifest(folder)["ledger_head"]
        assert start(program, folder, "2026-12-31").wait() == 0
        known = len(heads) + 1
        heads = check_whole(program, folder)
        assert len(heads) == known and heads[-1] == manifest(folder)["ledger_head"], "the run after the kill is not there"
        assert project.beside(folder) == [], f"left behind: {project.beside(folder)}"
    print(f"{kills} kills, {recorded} after the commit, {between} of them before the report was in place")


def finish_staged(program, folder):
    """As if the program had died between commit and rename: the next run, though refused, puts the report in place."""
    report = os.path.join(folder, "report")
    shutil.copytree(report, os.path.join(folder, "older"))
    edit(folder, 999)
    assert start(program, folder, "2027-01-31").wait() == 0
    head = manifest(folder)["ledger_head"]
    os.rename(report, os.path.join(folder, ".report.tenko-0123456789abcdef"))
    os.rename(os.path.join(folder, "older"), report)
    assert manifest(folder)["ledger_head"] != head
    os.rename(os.path.join(folder, "s1.csv"), os.path.join(folder, "kept"))
    lines = open(os.path.join(folder, "kept"), encoding="utf-8").read().splitlines(True)
    open(os.path.join(folder, "s1.csv"), "w", encoding="utf-8").writelines(lines[:100])
    assert start(program, folder, "2027-02-28").wait() == 3, "a list that shrank passed"
    assert manifest(folder)["ledger_head"] == head, "the staged report was not put in place"
    check_whole(program, folder)
    assert project.beside(folder) == []


def main():
    program, kills = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300
    random.seed(20260401)
    project.PEOPLE = 1500
    with tempfile.TemporaryDirectory() as folder:
        project.write(folder, 2)
        kill_many(program, folder, kills)
        finish_staged(program, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
