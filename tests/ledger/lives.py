#!/usr/bin/env python3
"""Lives of exceptions over many runs of all sorts: accounts that come, go, lose and find their holders, lists that are not delivered or have
a rejected row, a rule that is off, runs of the same and of earlier days, reviews, purges. verify, which works every life out again, is
content after each; and when one life, event or revocation of then is made another one, it is not.

    lives.py TENKO [SEEDS]"""
import csv, os, random, shutil, sqlite3, sys

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from commands import Place, expect, run_tests  # noqa: E402

SEEDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3
CONFIG = """organization: Minato
language: en
rosters: [{name: staff, source: staff.csv}]
systems: [{name: tax, owner: Tax, manager: "001", source: tax.csv}, {name: lan, owner: IT, source: lan.csv}]
licenses: [{name: office, quantity: 3, source: office.csv}]
safety: {max_shrink_percent: 100, max_unmatched_percent: 100, missing_list: report}
rules: {dormant-account: {enabled: %s}, leaver-account: {enabled: %s}}
"""


def city(random):
    """The lists of a day."""
    people = range(1, 9)
    left = {n: random.choice(["", "", "2026-01-31"]) for n in people}
    accounts = lambda: "user id,employee id,status,role,last login\n" + "".join(
        f"a{n},{random.choice([f'{n:03}', f'{n:03}', '', '999'])},{random.choice(['enabled', 'enabled', 'disabled'])},{random.choice(['read', 'write'])},"
        f"{random.choice(['2025-01-01', '2026-03-01', '2026-03-32'])}\n" for n in people if random.random() < 0.8) + random.choice(["", "", ",,enabled,read,\n"])
    files = {"tenko.yaml": CONFIG % (random.choice(["true", "true", "false"]), random.choice(["true", "true", "false"])),
             "staff.csv": "employee id,name,department,left on\n" + "".join(f"{n:03},Person {n},{'Tax' if n % 2 else 'IT'},{left[n]}\n" for n in people),
             "tax.csv": accounts(), "lan.csv": accounts(),
             "office.csv": "employee id,last used on\n" + "".join(f"{n:03},{random.choice(['2026-03-01', '2025-01-01'])}\n" for n in people if random.random() < 0.6)}
    if random.random() < 0.2:
        files["lan.csv"] = None
    return files


def review(p, random):
    """Sheets out, and some of the answers back in."""
    shutil.rmtree(p.path("review"), ignore_errors=True)
    p.tenko("review", "export")
    for name in sorted(n for n in os.listdir(p.path("review")) if n.endswith(".csv") and "links" not in n):
        rows = list(csv.DictReader(p.read(f"review/{name}").splitlines()))
        for row in rows:
            if random.random() < 0.7:
                row.update(decision=random.choice(["keep", "delete", "disable", "change"]), comment="so", reviewer="Person 8", reviewed_on="2026-04-01")
        with open(p.path("answers.csv"), "w", encoding="utf-8", newline="") as f:
            writer = csv.DictWriter(f, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        p.tenko("review", "import", "answers.csv", status=None)


def edits(db):
    """Of lives, events and revocations that are there, others that could be."""
    for table, keys, columns in (("finding", "id", ("state", "status", "first_run", "first_seen", "last_run")), ("event", "run, finding", ("what", "state", "last_run")),
                                 ("revocation", "review, row", ("since", "lists", "last_as_of", "resolved_run"))):
        rows = db.execute(f"SELECT {keys}, {', '.join(columns)} FROM {table}").fetchall()
        n = keys.count(",") + 1
        for k, column in enumerate(columns, n):
            values = sorted({row[k] for row in rows}, key=str)
            for row in rows:
                for value in values:
                    if value != row[k]:
                        yield f"UPDATE {table} SET {column} = ? WHERE ({keys}) = ({', '.join('?' * n)})", (value, *row[:n])


def a_life(seed):
    r = random.Random(seed)
    with Place({}) as p:
        day = 5
        for run in range(14):
            for name, text in city(r).items():
                if text is None:
                    os.unlink(p.path(name)) if os.path.exists(p.path(name)) else None
                else:
                    p.write(name, text)
            day += r.choice([0, 3, 7, 7, 7, -4])
            p.tenko("run", "--as-of", f"2026-{4 + day // 28:02}-{1 + day % 28:02}", "--format", "csv")
            if run % 4 == 2:
                review(p, r)
            if run % 6 == 5:
                p.tenko("purge", "--before", f"2026-{4 + (day - 10) // 28:02}-{1 + (day - 10) % 28:02}")
            expect("everything fits" in p.tenko("verify"), seed, run)
        shutil.copy(p.path("tenko.db"), p.path("whole.db"))
        with sqlite3.connect(p.path("whole.db")) as db:
            changes = list(edits(db))
            counts = dict(db.execute("SELECT what, count(*) FROM event GROUP BY what UNION ALL SELECT 'still', sum(NOT changes_lives) FROM run"))
        expect({"new", "reopened", "resolved", "not_reexamined"} <= set(counts) and counts["still"], seed, counts)
        for statement, values in r.sample(changes, 60):
            shutil.copy(p.path("whole.db"), p.path("tenko.db"))
            with sqlite3.connect(p.path("tenko.db")) as db:
                db.execute(statement, values)
            db.close()
            said = p.tenko("verify", status=1)
            expect(statement.split()[1] in said, seed, statement, values, said)


def test_many_runs():
    for seed in range(SEEDS):
        a_life(seed)


if __name__ == "__main__":
    sys.exit(run_tests(globals()))
