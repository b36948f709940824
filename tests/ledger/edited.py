#!/usr/bin/env python3
"""A ledger in which somebody changed a number: places of rows, values of enums. What reads it says that it is damaged or shows what
stands there, and never ends by a signal; verify notices every change.

    edited.py TENKO"""
import os, re, shutil, sqlite3, subprocess, sys

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from commands import TENKO, expect, run_tests, two_runs  # noqa: E402

NUMBER = re.compile(r"(?<=[\[,])-?\d+(?=[,\]])")


def edits(text):
    """The text with one number changed, for each number in it."""
    for i, m in enumerate(NUMBER.finditer(text)):
        yield text[:m.start()] + ("4294967295" if i % 3 else "99") + text[m.end():]


def test_every_number():
    """Each number of each block and of a run's head, one at a time."""
    with two_runs() as p:
        with open(p.path("tenko.db"), "rb") as f:
            whole = f.read()
        db = sqlite3.connect(p.path("tenko.db"))
        changes = [("UPDATE run SET head = ? WHERE run = 2", t, None) for (head,) in db.execute("SELECT head FROM run WHERE run = 2") for t in edits(head)]
        for first, body in db.execute("SELECT first, body FROM block").fetchall():
            text = body if isinstance(body, str) else body.decode()
            changes += [("UPDATE block SET body = ? WHERE first = ?", t if isinstance(body, str) else t.encode(), first) for t in edits(text)]
        db.close()
        expect(len(changes) > 200, len(changes))
        for i, (statement, text, first) in enumerate(changes):
            with open(p.path("tenko.db"), "wb") as f:
                f.write(whole)
            db = sqlite3.connect(p.path("tenko.db"))
            db.execute(statement, (text,) if first is None else (text, first))
            db.commit()
            db.close()
            jobs = [["report", "--run", "2", "--out", "again", "--format", "csv,html"]] + ([["verify"], ["diff"], ["review", "export"]] if i % 20 == 0 else [])
            for words in jobs:
                done = subprocess.run([TENKO, *words], cwd=p.root, env=p.environment, capture_output=True, timeout=60)
                expect(0 <= done.returncode <= 4 and b"anitizer" not in done.stderr, words, "exit", done.returncode, first, text, done.stderr.decode())
                expect(words != ["verify"] or done.returncode == 1, "verify is content with", first, text)
            for folder in ("again", "review"):
                shutil.rmtree(p.path(folder), ignore_errors=True)


if __name__ == "__main__":
    sys.exit(run_tests(globals()))
