#!/usr/bin/env python3
"""A ledger of every released schema is kept here as SQL: schema-N.sql has one run, schema-N-changed.sql a second one with another list. Each is
opened by today's program, verifies, is reported and compared without being written, takes a further run, and verifies again; a state that somebody
changed is found before and after that run; what a purge drops is gone from the file.

    migrate.py TENKO             the test
    migrate.py TENKO --write N   writes both from runs of today's program, once, when schema N is released: until then it may
                                 still change, and the files are written again with it
"""
import hashlib, json, os, sqlite3, subprocess, sys, tempfile

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
# Of the three accounts one is as before, one has another role, one is gone, one is new.
CHANGED = {"tax.csv": "利用者ID,職員番号,氏名,権限,最終ログイン日\nt1,0001,佐藤 花子,照会,2026-03-20\nt2,0002,鈴木 一郎,更新,2026-03-10\nt5,0003,田中 実,照会,\n"}
BEFORE, DAY, NEXT = "2026-03-15", "2026-03-31", "2026-04-30"


def tenko(program, folder, *words):
    done = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def project(folder, files):
    for name, text in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)


def dump(folder, path):
    db = sqlite3.connect(os.path.join(folder, "tenko.db"))
    pragmas = [f"PRAGMA {name} = {db.execute('PRAGMA ' + name).fetchone()[0]};" for name in ("application_id", "user_version")]
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join([*db.iterdump(), *pragmas]) + "\n")
    db.close()


def write(program, version):
    for name, runs in ((f"schema-{version}.sql", [({}, DAY)]), (f"schema-{version}-changed.sql", [({}, BEFORE), (CHANGED, DAY)])):
        with tempfile.TemporaryDirectory() as folder:
            project(folder, FILES)
            for files, day in runs:
                project(folder, files)
                expect(program, folder, "run", "--as-of", day)
            dump(folder, os.path.join(HERE, name))


def expect(program, folder, *words, code=0):
    done, said = tenko(program, folder, *words)
    assert done == code, f"{' '.join(words)}: exit {done}: {said}"
    return said


def change(folder, sql):
    db = sqlite3.connect(os.path.join(folder, "tenko.db"))
    db.execute(sql)
    db.commit()
    db.close()


def file_hash(folder):
    with open(os.path.join(folder, "tenko.db"), "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def version_of(folder):
    db = sqlite3.connect(os.path.join(folder, "tenko.db"))
    version = db.execute("PRAGMA user_version").fetchone()[0]
    db.close()
    return version


def open_ledger(folder, path):
    """The ledger of the dump in a folder with the lists of its last run; how many runs it has."""
    project(folder, {**FILES, **(CHANGED if "changed" in path else {})})
    db = sqlite3.connect(os.path.join(folder, "tenko.db"))
    db.executescript(open(path, encoding="utf-8").read())
    runs = db.execute("SELECT max(run) FROM run").fetchone()[0]
    db.close()
    os.chmod(os.path.join(folder, "tenko.db"), 0o600)
    return runs


def movements(program, folder, a, b):
    return {(m["user_id"], m["change"]) for m in json.loads(expect(program, folder, "diff", str(a), str(b), "--format", "json"))["movements"]}


def changed_state(program, folder):
    """Somebody's change of an old state is named."""
    faults = json.JSONDecoder().raw_decode(expect(program, folder, "verify", "--format", "json", code=1))[0]["faults"]
    assert [(f["run"], f["table"]) for f in faults] == [(1, "state")], faults


def report(program, folder, run, out):
    expect(program, folder, "report", "--run", str(run), "--out", out)
    lines = open(os.path.join(folder, out, "exceptions.jsonl"), encoding="utf-8").read().splitlines()
    return lines, {(e["rule"], e["subject"]) for e in map(json.loads, lines)}


def migrate(program, path):
    with tempfile.TemporaryDirectory() as folder:
        runs = open_ledger(folder, path)
        older, version = file_hash(folder), version_of(folder)
        expect(program, folder, "verify")
        first, rules = report(program, folder, 1, "again")
        assert {("leaver-account", "t2"), ("orphan-account", "t9"), ("device-not-returned", "PC-2"), ("license-leaver", "0002")} <= rules, rules
        if runs == 2:
            assert movements(program, folder, 1, 2) == {("t2", "re_roled"), ("t9", "removed"), ("t5", "added")}, "diff"
        assert file_hash(folder) == older, "a reader wrote the ledger"
        expect(program, folder, "run", "--as-of", NEXT)
        assert version_of(folder) >= version
        db = sqlite3.connect(os.path.join(folder, "tenko.db"))
        fresh = db.execute("SELECT count(*) FROM section WHERE run = (SELECT max(run) FROM run) AND kind IN ('account', 'person', 'seat', 'device') AND ranges IN"
                           " (SELECT ranges FROM section WHERE run = ?)", (runs,)).fetchone()[0]
        assert fresh == 4, f"only {fresh} of 4 unchanged sections were known again"
        db.close()
        listed = json.loads(expect(program, folder, "runs", "--format", "json"))
        assert [r["as_of"] for r in listed] == [BEFORE, DAY, NEXT][2 - runs:] and listed[-1]["open"] >= 3, listed
        expect(program, folder, "verify")
        assert movements(program, folder, runs, runs + 1) == set(), "nothing moved"
        assert report(program, folder, 1, "last")[0] == first, "the report of run 1 is another one now"
        if runs == 2:
            purge(program, folder)


def purge(program, folder):
    """Run 1 lets go of t9 and of t2 as it was; t1, of the same block, stays."""
    expect(program, folder, "purge", "--before", DAY)
    expect(program, folder, "verify")
    assert b'"t9"' not in open(os.path.join(folder, "tenko.db"), "rb").read().replace(b'"tax",1,"t9"', b""), "t9 can still be read"
    assert movements(program, folder, 2, 3) == set()


def damaged(program, path):
    with tempfile.TemporaryDirectory() as folder:
        open_ledger(folder, path)
        table = "state" if version_of(folder) == 1 else "block"
        change(folder, f"""UPDATE {table} SET body = replace(body, '["t2"', '["x2"') WHERE body LIKE '%["t2"%照会%'""")
        changed_state(program, folder)
        expect(program, folder, "run", "--as-of", NEXT)
        changed_state(program, folder)


def main():
    program = os.path.abspath(sys.argv[1])
    if len(sys.argv) > 2:
        write(program, sys.argv[3])
        return 0
    dumps = sorted(n for n in os.listdir(HERE) if n.startswith("schema-"))
    for name in dumps:
        migrate(program, os.path.join(HERE, name))
        damaged(program, os.path.join(HERE, name))
    print(f"{', '.join(dumps)}: verified, reported, continued")
    return 0


if __name__ == "__main__":
    sys.exit(main())
