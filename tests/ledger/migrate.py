#!/usr/bin/env python3
"""A ledger of every released schema is kept here as SQL (schema-N.sql): each is opened by today's program, verifies, gives its
reports again and takes a further run.

    migrate.py TENKO             the test
    migrate.py TENKO --write N   writes schema-N.sql from a run of today's program, once, when schema N is released: until then
                                 schema.sql may still change, and the file is written again with it
"""
import json, os, sqlite3, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FILES = {
    "tenko.yaml": """organization: みなと市
language: en
rosters: [{name: staff, source: roster.csv}]
systems: [{name: tax, owner: 税務課, source: tax.csv}]
licenses: [{name: office, quantity: 3, source: seats.csv}]
devices: {source: devices.csv}
""",
    "roster.csv": "職員番号,氏名,所属,退職日\n0001,佐藤 花子,税務課,\n0002,鈴木 一郎,税務課,2026-03-01\n0003,田中 実,財政課,\n",
    "tax.csv": "利用者ID,職員番号,氏名,権限,最終ログイン日\nt1,0001,佐藤 花子,照会,2026-03-20\nt2,0002,鈴木 一郎,\"照会,更新\",2026-03-10\nt9,,,照会,\n",
    "seats.csv": "職員番号,最終利用日\n0001,2026-03-01\n0002,2026-02-01\n",
    "devices.csv": "端末番号,職員番号,返却日\nPC-1,0001,\nPC-2,0002,\n",
}
DAY, NEXT = "2026-03-31", "2026-04-30"


def tenko(program, folder, *words):
    done = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def project(folder):
    for name, text in FILES.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)


def write(program, path):
    with tempfile.TemporaryDirectory() as folder:
        project(folder)
        code, said = tenko(program, folder, "run", "--as-of", DAY)
        assert code == 0, said
        db = sqlite3.connect(os.path.join(folder, "tenko.db"))
        pragmas = [f"PRAGMA {name} = {db.execute('PRAGMA ' + name).fetchone()[0]};" for name in ("application_id", "user_version")]
        with open(path, "w", encoding="utf-8") as f:
            f.write("\n".join([*db.iterdump(), *pragmas]) + "\n")
        db.close()


def expect(program, folder, *words):
    code, said = tenko(program, folder, *words)
    assert code == 0, f"{' '.join(words)}: exit {code}: {said}"
    return said


def migrate(program, path):
    with tempfile.TemporaryDirectory() as folder:
        project(folder)
        db = sqlite3.connect(os.path.join(folder, "tenko.db"))
        db.executescript(open(path, encoding="utf-8").read())
        db.close()
        os.chmod(os.path.join(folder, "tenko.db"), 0o600)
        expect(program, folder, "verify")
        expect(program, folder, "report", "--run", "1", "--out", "again")
        lines = open(os.path.join(folder, "again", "exceptions.jsonl"), encoding="utf-8").read().splitlines()
        rules = {(e["rule"], e["subject"]) for e in map(json.loads, lines)}
        assert {("leaver-account", "t2"), ("orphan-account", "t9"), ("device-not-returned", "PC-2"), ("license-leaver", "0002")} <= rules, rules
        expect(program, folder, "run", "--as-of", NEXT)
        runs = json.loads(expect(program, folder, "runs", "--format", "json"))
        assert [r["as_of"] for r in runs] == [DAY, NEXT] and runs[1]["open"] >= 4, runs
        expect(program, folder, "verify")
        moved = json.loads(expect(program, folder, "diff", "1", "2", "--format", "json"))["movements"]
        assert moved == [], moved
        expect(program, folder, "report", "--run", "1", "--out", "last")


def main():
    program = os.path.abspath(sys.argv[1])
    if len(sys.argv) > 2:
        write(program, os.path.join(HERE, f"schema-{sys.argv[3]}.sql"))
        return 0
    dumps = sorted(n for n in os.listdir(HERE) if n.startswith("schema-"))
    for name in dumps:
        migrate(program, os.path.join(HERE, name))
    print(f"{', '.join(dumps)}: verified, reported, continued")
    return 0


if __name__ == "__main__":
    sys.exit(main())
