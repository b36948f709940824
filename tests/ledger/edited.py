#!/usr/bin/env python3
"""A ledger in which somebody changed a number, a cell or a row: places of rows, values of enums, runs that are not there. What reads
it says that it is damaged or shows what stands there, and never ends by a signal; verify notices every change.

    edited.py TENKO [EVERY]     EVERY: of so many changes one"""
import concurrent.futures, csv, os, re, resource, shutil, sqlite3, subprocess, sys

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from commands import TENKO, expect, run_tests, two_runs  # noqa: E402

EVERY = int(sys.argv[2]) if len(sys.argv) > 2 else 1
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
        for i, (statement, text, first) in enumerate(changes[::EVERY]):
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


VALUES = [-1, 9223372036854775807, "", "[[", None]
# The manifest of the last run is in no hash before the next run chains it; until then only the report beside the ledger shows it (test_last_manifest).
UNPROVEN = {"run.manifest"}


def kinds(value):
    """What reads the same in one way or another: as bytes, with something behind, a little more."""
    if isinstance(value, int):
        return [str(value).encode(), f"{value}x", value + 0.5]
    return [value.encode() if isinstance(value, str) else value.decode("latin-1")] if value is not None else [""]


def reviewed():
    """Three runs of which the first is purged, a review with answers between them, a decision that was carried out."""
    p = two_runs()
    p.tenko("review", "export")
    for name in sorted(n for n in os.listdir(p.path("review")) if n.endswith(".csv")):
        rows = list(csv.DictReader(p.read(f"review/{name}").splitlines()))
        for row, decision in zip(rows, ["delete", "keep", "change", "disable", "delete"]):
            row.update(decision=decision, comment="as agreed", reviewer="001", reviewed_on="2026-05-02")
        with open(p.path("answers.csv"), "w", encoding="utf-8", newline="") as f:
            writer = csv.DictWriter(f, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        p.tenko("review", "import", "answers.csv", status=1)  # 001 holds an account, too
    p.write("tax.csv", p.read("tax.csv").replace("t002,002,enabled", "t002,002,disabled"))
    p.tenko("run", "--as-of", "2026-05-31")
    p.tenko("purge", "--before", "2026-04-01")
    return p


def changes(db):
    """Table and column, statement, parameters: the first and last row of each table, and each section and block, is deleted, and its cells become others."""
    for table in [t for t, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]:
        columns = db.execute(f'PRAGMA table_info("{table}")').fetchall()
        keys = [c[1] for c in columns if c[5]]
        where = " AND ".join(f"{k} = ?" for k in keys)
        rows = db.execute(f'SELECT {", ".join(keys)} FROM "{table}"').fetchall()
        purged = set(db.execute("SELECT run, kind, input FROM section WHERE purged IS NOT NULL")) if table == "section" else ()
        for i, row in enumerate(rows):
            if i not in (0, len(rows) - 1) and table not in ("section", "block", "seal"):
                continue
            yield table, f'DELETE FROM "{table}" WHERE {where}', row
            for k, c in enumerate(columns):
                own = db.execute(f'SELECT "{c[1]}" FROM "{table}" WHERE {where}', row).fetchone()[0]
                for value in VALUES + kinds(own) if i in (0, len(rows) - 1) else [(VALUES + kinds(own))[(i + k) % 6]]:
                    yield f"{'purged' if row in purged else table}.{c[1]}", f'UPDATE "{table}" SET "{c[1]}" = ? WHERE {where}', (value, *row)


def change(path, statement, values):
    """Does it; false: it is refused, or changes nothing."""
    db = sqlite3.connect(path)
    dump = lambda: "\n".join(db.iterdump())
    before = dump()
    try:
        db.execute(statement, values)
        db.commit()
        return dump() != before
    except sqlite3.IntegrityError:
        return False
    finally:
        db.close()


def test_every_cell():
    """Whatever a row or cell becomes: every command ends with a status, and what it says of a ledger that it cannot read names the file."""
    jobs = [["report", "--run", "2", "--out", "again", "--format", "csv,html,xlsx"], ["run", "--as-of", "2026-06-30", "--format", "csv"], ["diff"],
            ["review", "status"], ["runs"], ["review", "export", "--out", "sheets"], ["purge", "--before", "2026-05-01"], ["explain", "t001"]]
    with reviewed() as p:
        with sqlite3.connect(p.path("tenko.db")) as db:
            all_changes = list(changes(db))
        expect(len(all_changes) > 800, len(all_changes))

        def hit(n):
            place, statement, values = all_changes[n]
            folder = f"{p.root}.{n}"
            shutil.copytree(p.root, folder, ignore=shutil.ignore_patterns("report", "review"))
            tenko = lambda words: subprocess.run([TENKO, *words], cwd=folder, env=p.environment, capture_output=True, timeout=60)
            try:
                if not change(os.path.join(folder, "tenko.db"), statement, values):
                    return None
                code = tenko(["verify"]).returncode
                if code != 1 and place not in UNPROVEN:
                    return f"{statement} {values}: verify is content, or cannot say: {code}"
                for words in (jobs[n % len(jobs)], jobs[(n // len(jobs) + n + 1) % len(jobs)], jobs[n % 2]):
                    done = tenko(words)
                    said = done.stderr.decode()
                    if not 0 <= done.returncode <= 4 or "anitizer" in said or (done.returncode == 4 and "tenko.db" not in said):
                        return f"{statement} {values}: {words}: exit {done.returncode}: {said}"
            finally:
                shutil.rmtree(folder)
            return None

        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            problems = [f for f in pool.map(hit, range(0, len(all_changes), EVERY)) if f]
        expect(not problems, len(problems), "\n".join(problems[:40]))


def test_marks_of_an_entry():
    """The marks that tell which row was changed, themselves changed: of a table that is not there, cut, none. The entry is named."""
    with reviewed() as p:
        with sqlite3.connect(p.path("tenko.db")) as db:
            marks = db.execute("SELECT marks FROM entry WHERE entry = 2").fetchone()[0]
        for value in (marks[:7] + b"\xff" + marks[8:], marks[:7] + b"\x05" + marks[8:], marks[:-1], marks + b"\0", b"\xff" * len(marks)):
            expect(change(p.path("tenko.db"), "UPDATE entry SET marks = ? WHERE entry = 2", (value,)), value)
            said = p.tenko("verify", status=1)
            expect("entry 2: the entry does not fit its hash" in said, value, said)


def test_last_manifest():
    """The last run's manifest, of which only the report beside the ledger knows; once there is a next run, the chain does, too."""
    with two_runs() as p:
        for value in VALUES:
            expect(change(p.path("tenko.db"), "UPDATE run SET manifest = ? WHERE run = 2", (value,)), value)
            expect("run 2: report manifest.json" in p.tenko("verify", status=1), value)
    with two_runs() as p:
        p.tenko("run", "--as-of", "2026-05-31")
        shutil.rmtree(p.path("report"))
        for value in VALUES:
            expect(change(p.path("tenko.db"), "UPDATE run SET manifest = ? WHERE run = 2", (value,)), value)
            expect("run 3: run 3: " in p.tenko("verify", status=1), value)


def test_added_rows():
    """A row like the first or the last of its table, under another key."""
    with reviewed() as p:
        whole = p.path("whole.db")
        shutil.copy(p.path("tenko.db"), whole)
        added = []
        with sqlite3.connect(whole) as db:
            for table in [t for t, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]:
                rows = db.execute(f'SELECT * FROM "{table}"').fetchall()
                for k in [k for k, c in enumerate(db.execute(f'PRAGMA table_info("{table}")')) if c[5] and c[2] == "INTEGER"]:
                    used = {row[k] for row in rows}
                    added += [(table, row[:k] + (key,) + row[k + 1:]) for row in rows[:1] + rows[-1:] for key in (max(used) + 1, min(used) - 1)]
        expect(len({table for table, _ in added}) >= 12, added)
        for table, row in added:
            shutil.copy(whole, p.path("tenko.db"))
            if change(p.path("tenko.db"), f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(row))})', row):
                p.tenko("verify", status=1)


def test_huge_ranges():
    """Sections that say they have billions of rows, and blocks that agree: what no file of this size can hold is not followed to its end."""
    huge = "UPDATE section SET ranges = '[[1,3999999999]]', rows = 3999999999 WHERE purged IS NULL"
    with reviewed() as p:
        whole = p.path("whole.db")
        shutil.copy(p.path("tenko.db"), whole)
        for more in ("", "UPDATE section SET form = 1", "UPDATE seal SET rows = 4294967295", "UPDATE seal SET rows = 4294967295, sha256 = x''"):
            shutil.copy(whole, p.path("tenko.db"))
            db = sqlite3.connect(p.path("tenko.db"))
            db.executescript(f"{huge};{more}")
            db.close()
            said = p.tenko("verify", status=1)
            expect("section account/1: the section does not fit its hash" in said and len(said) < 10_000_000, more, len(said), said[-2000:])
            for words in (["run", "--as-of", "2026-06-30"], ["diff"], ["report", "--run", "3", "--out", "again"], ["review", "export"], ["purge", "--before", "2026-05-01"]):
                expect(0 <= subprocess.run([TENKO, *words], cwd=p.root, env=p.environment, capture_output=True, timeout=60).returncode <= 4, words, more)
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        expect(most < 1 << 20, "memory:", most, "KiB")


def test_days_that_are_none():
    """Where a day stood there is none, or one that no calendar has: nothing is counted from it."""
    places = ["run SET as_of = '-05-31'", "run SET as_of = '-05-31' WHERE run = 3", "finding SET first_seen = '2026-02-30'", "review SET exported_on = '-'", "review SET reply_by = '-'",
              "decision SET reviewed_on = '-'", "purge SET before = '-'"]
    with reviewed() as p:
        whole = p.path("whole.db")
        shutil.copy(p.path("tenko.db"), whole)
        for place in places:
            shutil.copy(whole, p.path("tenko.db"))
            expect(change(p.path("tenko.db"), "UPDATE " + place, ()), place)
            p.tenko("verify", status=1)
            for words in (["review", "status"], ["runs"], ["diff"], ["report", "--run", "3", "--out", "again"], ["run", "--as-of", "2026-06-30", "--format", "csv,html"]):
                done = subprocess.run([TENKO, *words], cwd=p.root, env=p.environment, capture_output=True, timeout=60)
                expect(0 <= done.returncode <= 4 and b"anitizer" not in done.stderr and b"runtime error" not in done.stderr, place, words, done.stderr.decode())


def test_rows_of_others():
    """Sections, people and blocks that are said to be another's, or to begin where no number is: what is read says so, and is counted from nowhere."""
    places = [f"section SET input = {n} WHERE run = 2 AND kind = '{kind}'" for kind in ("seat", "account") for n in (0, 1, 2, 3, 99, -1)] + \
             [f"{table} SET first = {n} WHERE first = (SELECT {which}(first) FROM {table})" for table in ("block", "seal") for which in ("min", "max") for n in (-9223372036854775808, 9223372036854775807, -1)] + \
             [f"""block SET body = '[[{n}' || substr(body, instr(body, ',')) WHERE body LIKE '%"Alice Able"%Bob Baker%'""" for n in (99, 4294967295)]
    with reviewed() as p:
        whole = p.path("whole.db")
        shutil.copy(p.path("tenko.db"), whole)
        for place in places:
            shutil.copy(whole, p.path("tenko.db"))
            if not change(p.path("tenko.db"), "UPDATE " + place, ()):
                continue  # another one is there
            p.tenko("verify", status=1)
            for words in (["report", "--run", "2", "--out", "again"], ["report", "--run", "3", "--out", "again"], ["diff"], ["review", "export", "--out", "sheets"], ["run", "--as-of", "2026-06-30", "--format", "csv"]):
                done = subprocess.run([TENKO, *words], cwd=p.root, env=p.environment, capture_output=True, timeout=60)
                expect(0 <= done.returncode <= 4 and b"anitizer" not in done.stderr and b"runtime error" not in done.stderr, place, words, done.stderr.decode())


def test_schema():
    """Views that show something else or are gone, and a trigger, which a run does not let change what it writes. Tables and views of somebody's own are theirs."""
    with two_runs() as p:
        db = sqlite3.connect(p.path("tenko.db"))
        views = dict(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view'"))
        expect(len(views) >= 8, views)
        for name, sql in views.items():
            for other in (None, sql.replace("FROM", "FROM main.section JOIN", 1), sql + " LIMIT 9"):
                db.executescript(f"DROP VIEW {name};" + (other or ""))
                expect(f"sqlite_schema {name}: the view is not as Tenko made it" in p.tenko("verify", status=1), name, other)
                db.executescript(f"DROP VIEW IF EXISTS {name}; {sql}")
        p.tenko("verify")
        db.executescript("CREATE TABLE notes(text); CREATE VIEW mine AS SELECT * FROM raised")
        p.tenko("verify")
        db.executescript("CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM finding; END")
        expect("sqlite_schema t: a trigger that Tenko did not make" in p.tenko("verify", status=1))
        p.tenko("run", "--as-of", "2026-05-31")
        db.executescript("DROP TRIGGER t")
        db.close()
        p.tenko("verify")


if __name__ == "__main__":
    sys.exit(run_tests(globals()))
