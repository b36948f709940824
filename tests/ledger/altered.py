#!/usr/bin/env python3
"""A ledger whose tables somebody changed: one is gone, or a column has another name. A command that does not need it ends as ever;
any other says that the tables are not Tenko's, exit 4, and leaves report, sheets and ledger as they were. verify needs them all.

    altered.py TENKO"""
import csv, io, os, shutil, sqlite3, subprocess, sys

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from commands import LATER, TENKO, expect, run_tests, two_runs  # noqa: E402

SAID = "the ledger's tables are not those that Tenko made"
JOBS = (["runs"], ["diff"], ["report", "--run", "2", "--out", "again", "--format", "csv,html"], ["verify"], ["run", "--as-of", "2026-05-31", "--format", "csv,html"], ["purge", "--before", "2026-04-01"],
        ["review", "export", "--out", "sheets"], ["review", "import", "in/a.csv"], ["review", "import", "in/l.csv"], ["review", "status"], ["complete", "diff", ""], ["complete", "explain", "x"])


def reviewed():
    """Three runs, a review with a revocation that a fourth run did not see done, and answers that wait."""
    p = two_runs()
    p.write("tax.csv", LATER + "t011,,enabled,read,\n")
    p.tenko("run", "--as-of", "2026-05-01")
    p.tenko("review", "export", "--reply-by", "2099-12-31")

    def answers(sheet, name, user_id, cells):
        row = next(r for r in csv.DictReader(io.StringIO(p.read("review/" + sheet))) if r["user_id"] == user_id) | cells
        text = io.StringIO()
        writer = csv.DictWriter(text, row)
        writer.writeheader()
        writer.writerow(row)
        p.write(name, text.getvalue())
    decided = {"decision": "delete", "reviewer": "005", "reviewed_on": "2026-05-02"}
    answers("1-Tax.csv", "in/before.csv", "t002", decided)
    p.tenko("review", "import", "in/before.csv")
    answers("1-Tax.csv", "in/a.csv", "t001", decided)
    p.tenko("run", "--as-of", "2026-05-10", "--format", "csv,html")
    for name in os.listdir(p.path("review")):
        if name.endswith(".xlsx"):
            os.unlink(p.path("review/" + name))
    answers("1-links.csv", "in/l.csv", "t011", {"person_id": "004"})
    return p


def tree(root):
    """Every file below, but the ledger, with its bytes."""
    found = {}
    for where, _, names in os.walk(root):
        for name in names:
            path = os.path.join(where, name)
            if not name.startswith("tenko.db"):
                with open(path, "rb") as f:
                    found[os.path.relpath(path, root)] = f.read()
    return found


def rows(path):
    with sqlite3.connect(path) as db:
        found = {t: db.execute(f'SELECT * FROM "{t}"').fetchall() for (t,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")}
    db.close()
    return found


class Trial:
    def __init__(self, p):
        self.p, self.whole, self.files = p, open(p.path("tenko.db"), "rb").read(), tree(p.root)
        self.usual = {" ".join(words): self.play(words)[0] for words in JOBS}

    def restore(self, statement=None):
        for name in set(tree(self.p.root)) - set(self.files):
            os.unlink(self.p.path(name))
        for name, data in self.files.items():
            self.p.write(name, data)
        for name in ("again", "sheets"):
            shutil.rmtree(self.p.path(name), ignore_errors=True)
        self.p.write("tenko.db", self.whole)
        if statement:
            db = sqlite3.connect(self.p.path("tenko.db"))
            db.executescript("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON")
            db.execute(statement)
            db.commit()
            db.close()

    def play(self, words, statement=None):
        self.restore(statement)
        before = rows(self.p.path("tenko.db"))
        done = subprocess.run([TENKO, *words], cwd=self.p.root, env=self.p.environment, capture_output=True, text=True, timeout=60)
        if done.returncode == 4:
            expect(SAID in done.stderr and done.stderr.count("\n") == 1, words, statement, done.stderr)
            expect(tree(self.p.root) == self.files, words, statement, "left", set(tree(self.p.root)) ^ set(self.files))
            expect(rows(self.p.path("tenko.db")) == before, words, statement, "the ledger has changed")
        return done.returncode, done.stdout + done.stderr

    def each(self, statement, jobs=JOBS):
        """How many of the jobs fail."""
        failed = 0
        for words in jobs:
            code, said = self.play(words, statement)
            usual = self.usual[" ".join(words)]
            expect(code in (usual, 4), words, statement, "exit", code, "not", usual, said)
            expect(words != ["verify"] or code, "verify is content with", statement)
            expect(words[0] != "complete" or code == 0, "completion complains", statement, said)
            failed += code == 4
        return failed


def test_a_table_that_is_gone():
    with reviewed() as p:
        t = Trial(p)
        expect(all(code == 0 for code in t.usual.values()), t.usual)
        for table in rows(p.path("tenko.db")):
            expect(t.each(f"DROP TABLE {table}") > 0, table)


def test_a_column_of_another_name():
    with reviewed() as p:
        t = Trial(p)
        with sqlite3.connect(p.path("tenko.db")) as db:
            columns = [(table, c[1]) for table in rows(p.path("tenko.db")) for c in db.execute(f"PRAGMA table_info({table})")]
        db.close()
        writing = [words for words in JOBS if words[0] in ("purge", "review")]
        for i, (table, column) in enumerate(columns):
            t.each(f"ALTER TABLE {table} RENAME COLUMN {column} TO x_{column}", [["verify"], next(words for words in JOBS if words[0] == "run"), writing[i % len(writing)], writing[(i + 2) % len(writing)]])


if __name__ == "__main__":
    sys.exit(run_tests(globals()))
