#!/usr/bin/env python3
"""The command line in tables: what is typed, how it ends, what is said.

    commands.py TENKO

A row is the words, the exit status and what must stand in the output, on either stream; a text that begins with ! must not. Words
and places are those of tenko(1); a message says what is wrong and what to do. `{id}` is the id of an exception of the last run."""
import json, os, shutil, subprocess, sys, tempfile, time

TENKO = os.path.abspath(sys.argv[1])
PATH = {"PATH": os.environ["PATH"]}


class Failure(Exception):
    pass


def expect(ok, *what):
    if not ok:
        raise Failure(" ".join(map(str, what)))


class Place:
    """A folder with files, and the program run there."""

    def __init__(self, files, **environment):
        self.root = tempfile.mkdtemp(prefix="tenko-commands-")
        self.environment = PATH | {"TENKO_LANG": "en", "HOME": self.root} | environment
        for name, text in files.items():
            self.write(name, text)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root)

    def path(self, name):
        return os.path.join(self.root, name)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)) or ".", exist_ok=True)
        with open(self.path(name), "wb") as f:
            f.write(text if isinstance(text, bytes) else text.encode())

    def read(self, name):
        with open(self.path(name), encoding="utf-8-sig") as f:
            return f.read()

    def tenko(self, *words, status=0, cwd=".", **more):
        done = subprocess.run([TENKO, *words], cwd=self.path(cwd), capture_output=True, timeout=120, env=self.environment, **more)
        said = done.stdout.decode() + done.stderr.decode()
        expect(status is None or done.returncode == status, words, "exit", done.returncode, "not", status, said)
        return said

    def play(self, table):
        """Every row; the words as one text, split at blanks (· is a blank inside a word)."""
        failed = []
        for line, status, *texts in table:
            words = [w.replace("·", " ") for w in line.split()]
            try:
                said = self.tenko(*words, status=status)
                for text in texts:
                    wanted = not text.startswith("!")
                    expect((text.lstrip("!") in said) == wanted, line, "lacks" if wanted else "has", repr(text), "in:", said)
            except Failure as why:
                failed.append(str(why))
        expect(not failed, "\n".join(failed))


CONFIG = """organization: Minato
as_of: 2026-03-31
language: en
ledger: tenko.db
rosters:
  - name: staff
    source: {connector: csv, path: staff.csv}
    exported_on: 2026-03-30
systems:
  - name: tax
    owner: Tax
    source: {connector: csv, path: tax.csv}
    exported_on: 2026-03-29
  - name: lan
    owner: IT
    source: {connector: none}
licenses:
  - name: office
    quantity: 3
    source: {connector: csv, path: office.csv}
    exported_on: 2026-03-28
devices: {source: {connector: csv, path: devices.csv}}
policy:
  requests: requests.csv
  waivers: waivers.csv
safety: {max_shrink_percent: 100, max_unmatched_percent: 100}
"""
STAFF = """employee id,name,department,hired on,left on,leave from,leave to
001,Alice Able,Tax,2020-04-01,,,
002,Bob Baker,Tax,2020-04-01,2026-02-28,,
003,Carol Clark,IT,2020-04-01,,2026-01-01,2026-12-31
004,Dan Dahl,IT,2027-04-01,,,
005,Eve Early,IT,2020-04-01,,,
"""
TAX = """user id,employee id,status,role,last login
t001,001,enabled,read;write,2026-03-01
t002,002,enabled,read,2026-03-02
t003,003,disabled,read,2026-03-03
t004,004,enabled,read,2025-01-01
t009,,enabled,read,2026-03-03
"""
CITY = {
    "tenko.yaml": CONFIG,
    "staff.csv": STAFF,
    "tax.csv": TAX,
    "office.csv": "employee id,last used on\n001,2026-03-01\n002,2026-03-02\n",
    "devices.csv": "device id,employee id,returned on\npc1,001,\npc2,002,\npc3,003,2026-01-01\n",
    "requests.csv": "system,user_id,action,request_no,decided_on,approved_by\ntax,t010,add,R-10,2026-04-02,003\ntax,t001,change,R-11,2026-04-03,003\n",
    "waivers.csv": "rule,target,subject,reason,approved_by,valid_until\nleaver-account,tax,t002,handover,003,2026-12-31\n",
}
LATER = TAX.replace("t001,001,enabled,read;write", "t001,001,enabled,read").replace("t003,003,disabled", "t003,003,enabled") \
    .replace("t004,004,enabled", "t004,004,disabled").replace("t009,,enabled,read,2026-03-03\n", "t010,005,enabled,read,\n")


def test_options():
    """Each option with values at the edge of what it takes."""
    with Place(CITY) as p:
        p.play([
            ("", 2, "no command: see tenko --help"),
            ("--version", 0, "tenko 0."),
            ("-h", 0, "Tenko calls the roll"),
            ("help", 0, "Tenko calls the roll"),
            ("help run", 0, "--as-of DATE"),
            ("help -c x.yaml --lang ja run", 0, "--as-of DATE"),
            ("help --lang=ja", 0, "点呼"),
            ("help --lang", 0, "Tenko calls the roll"),
            ("help nothing", 2, "unknown command 'nothing'"), ("help --all", 0, "Tenko calls the roll"),
            ("rum", 2, "did you mean 'run'?"),
            ("zzzzzzzz", 2, "unknown command 'zzzzzzzz': see"),
            ("--lang ja", 2, "コマンド"),
            ("-c", 2, "--config needs a value"),
            ("run --lang", 2, "--lang needs a value: --lang ja|en"),
            ("run --lang de", 2, "--lang 'de': unknown language"),
            ("run --quiet=yes", 2, "--quiet takes no value"),
            ("run --quite", 2, "did you mean '--quiet'?"),
            ("run -x", 2, "unknown option 'x'"),
            ("run -q", 2, "unknown option 'q'"),
            ("run --out=", 2, "--out '': not a usable value"),
            ("run --metrics=", 2, "--metrics '': not a usable value"),
            ("run -c", 2, "--config needs a value"),
            ("run --config=", 2, "--config '': not a usable value"),
            ("run --force --reason=·", 2, "--force needs --reason TEXT"),
            ("verify --head=", 2, "--head '': not a usable value"),
            ("sample --size 1 --seed=", 2, "--seed '': not a usable value"),
            ("init --ldap=ldap://[::1] --tls-ca=", 2, "--tls-ca '': not a usable value"),
            ("run --fail-on severe", 2, "--fail-on 'severe': unknown severity"),
            ("run --as-of 2026-02-30", 2, "--as-of '2026-02-30': no such date"),
            ("run --as-of=", 2, "--as-of '': no such date"),
            # numbers: at their ends and one beyond
            ("check --threads 1", 0), ("check --threads 1024", 0),
            ("check --threads 0", 2, "use a number from 1 to 1024"), ("check --threads 1025", 2, "use a number from 1 to 1024"),
            ("check --threads 4x", 2, "use a number from 1 to 1024"), ("check --threads -1", 2, "use a number from 1 to 1024"),
            ("sample --size 1 --seed x", 0, "seed x: 1 of 5 accounts"), ("sample --size 5 --seed x", 0, "seed x: 5 of 5 accounts"),
            ("sample --size 6 --seed x", 0, "seed x: 5 of 5 accounts"), ("sample --size 999999999999999999 --seed x", 0, "5 of 5 accounts"),
            ("sample --size 0 --seed x", 2, "--size '0': use a number from 1 on"), ("sample --size 1000000000000000000 --seed x", 2, "use a number from 1 on"),
            ("sample --size 1x --seed x", 2, "use a number from 1 on"), ("sample --size x --seed x", 2, "use a number from 1 on"),
            ("sample --size= --seed x", 2, "use a number from 1 on"), ("sample --size : --seed x", 2, "use a number from 1 on"),
            ("sample --seed x", 2, "tenko sample needs --size"), ("sample --size 1", 2, "tenko sample needs --seed"),
            ("sample --size 1 --seed x more", 2, "unexpected argument 'more'"),
            ("sample --size 1 --seed x --system=", 2, "--system '': not a usable value"),
            ("purge --before tomorrow", 2, "--before 'tomorrow': no such date"), ("purge --before 2026-04-31", 2, "no such date"),
            ("review export --reply-by never", 2, "--reply-by 'never': no such date"),
            ("runs --format xml", 2, "--format 'xml': unknown form"), ("runs --format Text", 2, "unknown form"),
            ("run --force", 2, "--force needs --reason TEXT"), ("run --force --reason=", 2, "--force needs --reason TEXT"), ("run --force --help", 0, "Examples"),
            # files with names
            ("run --system tax.csv", 2, "--system tax.csv: write it as NAME=FILE"), ("run --license x", 2, "--license x: write it as NAME=FILE"),
            ("run --system =tax.csv", 2, "write it as NAME=FILE"), ("run --system tax=", 2, "write it as NAME=FILE"),
            ("run --roster=", 2, "write it as NAME=FILE"), ("run --roster =staff.csv", 2, "write it as NAME=FILE"),
            ("run --system tax=tax.csv", 2, "no roster: name one with --roster FILE"), ("run --license office=office.csv", 2, "no roster"),
            ("run -c tenko.yaml --roster staff.csv", 2, "do not go together"),
            ("check --roster staff.csv more=staff.csv --system a=tax.csv b=tax.csv", 0, "== system a", "== system b"),
            ("check --roster staff.csv --system a=tax.csv more", 2, "unexpected argument 'more'"), ("check --roster staff.csv --system a=tax.csv b=", 2, "write it as NAME=FILE"),
            ("check --roster staff.csv --system a=tax.csv -- more", 2, "unexpected argument 'more'"),
            ("check -- -c", 2, "unexpected argument '-c'"), ("check -", 2, "unexpected argument '-'"),
            ("-ctenko.yaml --lang=ja check", 0, "名簿"), ("--config=tenko.yaml check", 0, "== roster"), ("check -ctenko.yaml", 0, "== roster"),
            ("--config tenko.yaml --lang ja check --lang en", 0, "== roster"),
            # too many, too few
            ("check --roster staff.csv --system a=tax.csv --license b=office.csv c=office.csv", 0, "== license b", "== license c"), ("check --roster staff.csv --license b=office.csv more", 2, "unexpected argument 'more'"),
            ("explain", 2, "tenko explain: an argument is missing"), ("explain a b c", 2, "unexpected argument 'c'"),
            ("peek", 2, "an argument is missing"), ("peek a b", 2, "unexpected argument 'b'"),
            ("init a b", 2, "unexpected argument 'b'"), ("rules x", 2, "unexpected argument 'x'"), ("runs x", 2, "unexpected argument 'x'"),
            ("report x", 2, "unexpected argument 'x'"), ("purge x --before 2026-01-01", 2, "unexpected argument 'x'"), ("purge", 2, "needs --before DATE"),
            ("verify a b", 2, "unexpected argument 'b'"), ("diff 1 2 3", 2, "unexpected argument '3'"), ("run x", 2, "unexpected argument 'x'"),
            ("review", 2, "say what: export, import FILE… or status"), ("review shred", 2, "say what"), ("review import", 2, "an argument is missing"),
            ("review status 1 x", 2, "unexpected argument 'x'"),
        ])


def test_without_a_ledger():
    """What needs a ledger says that there is none; a configuration that is not there is said first."""
    with Place(CITY) as p:
        p.play([(words, 4, "tenko.db") for words in ("runs", "diff", "verify", "report", "purge --before 2026-01-01", "review export", "review import x.csv", "review status")])
        p.play([(words, 2, "nowhere.yaml") for words in ("runs -c nowhere.yaml", "diff -c nowhere.yaml", "verify -c nowhere.yaml", "report -c nowhere.yaml", "purge -c nowhere.yaml --before 2026-01-01",
                                                        "review status -c nowhere.yaml", "run -c nowhere.yaml", "check -c nowhere.yaml", "explain -c nowhere.yaml a b", "sample -c nowhere.yaml --size 1 --seed 1", "rules -c nowhere.yaml")])
        p.write("tenko.db", "no ledger at all, but long enough to be looked at by anybody who wants to\n" * 99)
        p.play([(words, 4, "tenko.db") for words in ("runs", "diff", "verify", "report", "run", "review export", "review status")])
        os.unlink(p.path("tenko.db"))
        p.write("tenko.db", "")  # made by nobody yet
        p.play([(words, 4, "tenko.db") for words in ("runs", "diff", "verify", "report", "purge --before 2026-01-01", "review export")])


def two_runs(**more):
    p = Place(CITY | more)
    p.tenko("run")
    p.write("tax.csv", LATER)
    p.tenko("run", "--as-of", "2026-04-30")
    return p


def test_runs_and_diff():
    """Runs by number and by day; every movement, with its request or that there is none."""
    with two_runs() as p:
        p.play([
            ("runs", 0, "run 1  as of 2026-03-31", "run 2  as of 2026-04-30", "retention_years"),
            ("runs --format csv", 0, "run,as_of"), ("runs --format json", 0, '"run": 2'),
            ("diff", 0, "from run 1 (as of 2026-03-31) to run 2", "tax: 5 at the start + 1 added - 1 removed = 5 at the end", "request R-10", "request R-11", "no request"),
            ("diff 1", 0, "from run 1"), ("diff 1 2", 0, "re-roled"), ("diff 2026-03-31 2026-04-30", 0, "from run 1"), ("diff 2 1", 0, "from run 2"),
            ("diff --format csv", 0, "t010", "R-10"), ("diff --format json", 0, '"added"'),
            ("diff 2 2", 0, "both are the same run"), ("diff 1 1 --format json", 0, '"movements": []'),
            ("diff 3", 2, "3"), ("diff 0", 2, "'0'"), ("diff 00", 2, "'00'"), ("diff 1 9", 2, "9"), ("diff yesterday", 2, "'yesterday': neither the number of a run nor a date"),
            ("diff 12345678", 2, "12345678"), ("diff 2020-01-01", 0, "from run 1"), ("diff 2026-03-31 2026-04-01", 0, "both are the same run"),
            ("report --run 1 --out again --format csv", 0, "again"), ("report --run 3", 2, "3"), ("report --run 2 --format pdf", 2, "pdf"),
            ("report --run 2 --out .", 2, "."), ("report --run 2 --out staff.csv", 2, "staff.csv"), ("report --run 2 --out no/where", 4, "no"),
            ("verify", 0, "everything fits: 2 runs, head"), ("verify --format json", 0, '"ok": true'), ("verify --format csv", 0, "run,"),
            ("verify --head 1234", 1, "1234"), ("verify again", 0, "every file is as manifest.json lists it"), ("verify --head 1234 again", 1, "another head"),
            ("verify nowhere", 4, "nowhere"), ("verify again --format json", 0, '"ok": true'),
            ("purge --before 2026-01-01", 0, "there is nothing to drop"), ("purge --before 2026-04-01", 0, "states of 1 runs dropped"), ("purge --before 2026-04-01", 0, "nothing to drop"),
            ("runs", 0, "states purged"), ("report --run 1 --out purged", 3, "the states of run 1 were purged"), ("diff 1 2", 3, "the states of run 1 were purged"), ("verify", 0, "purged at"), ("verify --format json", 0, '"ok": true'),
        ])
        os.mkdir(p.path("open"))
        os.chmod(p.path("open"), 0o777)
        p.play([("report --run 2 --out open/again", 4, "open")])  # others could put another one in its place
        with open(p.path("again/issues.csv"), "a") as f:
            f.write("x")
        os.unlink(p.path("again/licenses.csv"))
        p.play([("verify again", 1, "2 files are not as manifest.json lists them", "issues.csv", "licenses.csv"), ("verify again --format json", 1, '"ok": false'), ("verify again --format csv", 1, "issues.csv")])
        shutil.rmtree(p.path("report"))
        p.play([("verify", 0, "there is no report, only the ledger is checked")])
        p.tenko("report", "--run", "2", "--out", "report", "--format", "csv")
        p.play([("verify", 1, "")])  # the report of another manifest than the run's


def test_lives_of_seats_and_devices():
    """A seat, a device or a conflict is settled by a later list that was read and judged it; where its list is missing, or its row cannot be read, it stays open."""
    config = CONFIG.replace("source: {connector: none}", "source: {connector: csv, path: lan.csv}\n    exported_on: 2026-03-29").replace("policy:\n", "policy:\n  conflicts: conflicts.csv\n").replace("safety: {", "safety: {missing_list: report, ")
    first = CITY | {"tenko.yaml": config, "conflicts.csv": "system_a,role_a,system_b,role_b,reason\ntax,read,lan,admin,two hands\n", "lan.csv": "user id,employee id,role\nl001,001,admin\nl005,005,user\n",
                    "office.csv": "employee id,last used on,assigned on\n001,2026-03-01,2020-04-01\n002,2026-03-02,2020-04-01\n005,2024-01-01,2020-04-01\n"}
    rules = {"license-leaver", "license-idle", "device-not-returned", "role-conflict"}
    seats, devices = first["office.csv"], CITY["devices.csv"]
    for name, text, resolved in (("office.csv", seats.replace("002,2026-03-02,2020-04-01\n", ""), {"license-leaver"}), ("office.csv", seats.replace("2024-01-01", "2026-04-20"), {"license-idle"}),
                                 ("office.csv", seats.replace("2024-01-01", "soon"), set()), ("devices.csv", devices.replace("pc2,002,", "pc2,002,2026-04-01"), {"device-not-returned"}),
                                 ("devices.csv", devices.replace("pc2,002,", "pc2,002,perhaps"), set()), ("lan.csv", first["lan.csv"].replace("admin", "user"), {"role-conflict"}), ("lan.csv", None, set())):
        with Place(first) as p:
            p.tenko("run")
            before = {json.loads(l)["rule"] for l in p.read("report/exceptions.jsonl").splitlines()}
            expect(rules <= before, before)
            os.unlink(p.path(name))
            if text:
                p.write(name, text)
            p.tenko("run", "--as-of", "2026-04-30")
            said = json.loads(p.tenko("runs", "--format", "json"))[-1]
            expect((said["resolved"] > 0) == bool(resolved), name, text, said)


def test_other_places():
    """Paths of the configuration are relative to it; --out is relative to where the program is run."""
    with Place({"city/" + n: t for n, t in CITY.items()} | {"elsewhere/x": ""}) as p:
        for words in (["run"], ["check"], ["runs"], ["diff", "1", "1"], ["report", "--run", "1"], ["verify"], ["review", "export"], ["review", "status"], ["rules"], ["explain", "tax", "t001"],
                      ["sample", "--size", "1", "--seed", "1"]):
            p.tenko(*words, "-c", "../city/tenko.yaml", cwd="elsewhere")
        expect(sorted(os.listdir(p.path("elsewhere"))) == ["x"], os.listdir(p.path("elsewhere")))
        expect({"report", "report-1", "review", "tenko.db"} <= set(os.listdir(p.path("city"))), os.listdir(p.path("city")))
        p.tenko("report", "--run", "1", "--out", "here", "-c", "../city/tenko.yaml", cwd="elsewhere")
        expect(os.path.exists(p.path("elsewhere/here/manifest.json")), "--out")
    with Place(CITY) as p:  # absolute places
        p.write("tenko.yaml", CONFIG.replace("ledger: tenko.db", f"ledger: {p.path('deep.db')}\nreport: {p.path('deep')}"))
        for words in (["run"], ["verify"], ["report", "--run", "1"], ["review", "export", "--out", p.path("sheets")]):
            p.tenko(*words, "-c", "./tenko.yaml")
        expect({"deep", "deep.db", "report-1", "sheets"} <= set(os.listdir(p.root)), os.listdir(p.root))


def test_issues_of_a_list():
    """`check` says ten input issues of a list, and how many more there are."""
    for count, more in ((10, False), (11, True)):
        with Place(CITY | {"tax.csv": "user id,employee id,last login\n" + "".join(f"u{i},001,last week\n" for i in range(count))}) as p:
            said = p.tenko("check")
            expect(f"input issues: {count}" in said and said.count("last week") == 10 and ("… and 1 more" in said) == more, said)


def test_explain():
    """An account, a person, an exception: whose it is and why, and what there is not."""
    with two_runs() as p:
        exceptions = [json.loads(l) for l in p.read("report/exceptions.jsonl").splitlines()]
        of = {(e["rule"], e["subject"]): e["id"] for e in exceptions}
        p.play([
            ("explain tax t001", 0, "account t001 of tax", "enabled on 2026-03-31", "decided by"), ("explain tax T001", 0, "account t001 of tax"),
            ("explain tax t004 --as-of 2026-04-30", 0, "disabled on 2026-04-30"), ("explain tax t010 --as-of 2026-04-30", 0, "Eve Early"),
            ("explain tax nobody", 2, "system tax has no account 'nobody'"), ("explain nowhere t001", 2, "no system 'nowhere': the systems are: tax, lan"),
            ("explain 001", 0, "001 Alice Able", "account t001 of tax", "license office", "device pc1"), ("explain 002", 0, "left", "not returned"), ("explain 003", 0, "on leave", "returned"),
            ("explain 004", 0, "not yet hired"), ("explain 999", 2, "nobody has the number '999'"), ("explain Alice", 2, "nobody has the number 'Alice'"), ("explain 1", 0, "001 Alice Able"),
            ("explain x000000000000000", 2, "x000000000000000"), ("explain ,", 2, ","),
            (f"explain {of['leaver-account', 't002']} --as-of 2026-04-30", 0, "leaver-account", "waived: handover (approved by 003, valid until 2026-12-31)", "whose account it is:"),
        ] + [(f"explain {e['id']} --as-of 2026-04-30", 0, e["rule"]) for e in exceptions if e["rule"] not in ("unrequested-change", "account-expanded")][:30])


def test_sample():
    """Drawn by seed, from what was asked for, in three forms."""
    with two_runs() as p:
        p.play([
            ("sample --size 9 --seed a --system tax", 0, "5 of 5 accounts", "no exception"), ("sample --size 9 --seed a --system TAX", 0, "5 of 5 accounts"),
            ("sample --size 9 --seed a --rule orphan-account", 0, "of "), ("sample --size 9 --seed a --rule Account·of·a·leaver", 0, "t002"), ("sample --size 9 --seed a --rule 退職者のアカウント", 0, "t002"),
            ("sample --size 9 --seed a --rule leaver-acount", 2, "did you mean 'leaver-account'?"), ("sample --size 9 --seed a --rule zzzzzzzzz", 2, "no rule 'zzzzzzzzz'"),
            ("sample --size 9 --seed a --system nowhere", 2, "no system 'nowhere': the systems are: tax, lan"),
            ("sample --size 2 --seed a --format csv", 0, "system,user_id"), ("sample --size 2 --seed a --format json", 0, '"population": 5', '"seed": "a"'),
            ("sample --size 9 --seed a --lang ja", 0, "例外なし"), ("sample --size 9 --seed a --lang ja --format csv", 0, "システム"),
            ("sample --size 9 --seed a --roster staff.csv --system a=tax.csv", 0, "5 of 5 accounts"), ("sample --size 9 --seed a --roster none.csv --system a=tax.csv b=neither.csv", 3, "none.csv", "neither.csv"),
        ])


def test_a_directory():
    """Where a list is a directory, an entry's DN stands where a file and a line stand otherwise."""
    port_file = os.path.join(tempfile.mkdtemp(), "port")
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ldap", "misbehaving.py")
    server = subprocess.Popen([sys.executable, script, "ignores_paging", port_file, port_file + ".log"])
    try:
        while not os.path.exists(port_file):
            expect(server.poll() is None, "the directory did not start")
            time.sleep(0.05)
        with open(port_file) as f:
            url = "ldap://127.0.0.1:" + f.read()
        config = CONFIG.replace("source: {connector: none}", f'source: {{connector: ldap, url: "{url}", base: "dc=example", schema: openldap}}')
        with Place(CITY | {"tenko.yaml": config}) as p:
            p.play([
                ("check", 0, "== system lan: " + url), ("run", 0, "8 accounts"), ("explain lan a", 0, "uid=a,dc=example", "-> nobody"),
                ("sample --size 9 --seed x --system lan", 0, url + ": uid=a,dc=example"), ("sample --size 9 --seed x --system lan --format csv", 0, "uid=b,dc=example"),
                ("sample --size 9 --seed x --system lan --format json", 0, "uid=c,dc=example"), ("diff", 0, "nothing can have moved"), ("runs", 0, "run 1"),
            ])
            orphan = [json.loads(l) for l in p.read("report/exceptions.jsonl").splitlines() if '"orphan-account"' in l and '"a"' in l]
            p.play([(f"explain {orphan[0]['id']}", 0, "uid=a,dc=example")])
            # the people of a directory have no line either
            p.write("tenko.yaml", CONFIG.replace("source: {connector: csv, path: staff.csv}", f'source: {{connector: ldap, url: "{url}", base: "dc=example", schema: openldap}}\n    columns: {{person_id: uid, name: cn}}').split("licenses:")[0])
            p.write("tax.csv", "user id,employee id\nt1,a\n")
            p.play([("explain tax t1", 0, "account t1 of tax", url), ("explain a", 0, "uid=a,dc=example", "t1"), ("explain b", 0, "no account, no license, no device")])
    finally:
        server.kill()
        server.wait()
        shutil.rmtree(os.path.dirname(port_file))


def test_proposals():
    """What the user IDs that nobody holds have in common is proposed: a template, an address, or that names are concealed."""
    def judged(staff, tax, *wanted):
        with Place({"staff.csv": staff, "tax.csv": tax}) as p:
            stops = tax.count("\n") > 20  # of 20 accounts and more half must belong to somebody
            said = p.tenko("check", "--roster", "staff.csv", "--system", "tax=tax.csv", status=3 if stops else 0)
            for text in wanted:
                expect((text.lstrip("!") in said) != text.startswith("!"), text, said[-900:])
    people = "employee id,name,mail\n" + "".join(f"{i:05},P{i} Q{i},p{i}@d{i % 12}.example\n" for i in range(40))
    judged(people, "user id\n" + "".join(f"J{i:05}x\n" for i in range(20)), '20 of 20 user IDs', 'person_id_from_user_id: "J{person_id}x"')
    judged(people, "user id\n" + "".join(f"J{i:05}x\n" for i in range(4)), "!person_id_from_user_id")  # five, and more than half
    judged(people, "user id\n" + "".join(f"J{i:05}x\n" for i in range(5)) + "".join(f"other{i}\n" for i in range(5)), "!person_id_from_user_id")
    judged(people.replace("@d1.", "@d0.").replace("@d2.", "@d0."), "user id\n" + "".join(f"p{i}\n" for i in range(40) if i % 12 in (0, 1, 2)), 'email_from_user_id: "{user_id}@d0.example"')
    judged(people, "user id\n" + "".join(f"{(i + 1) * 0xD6E8FEB86659FD93A0761D6478BD642F % 2**128:032x}\n" for i in range(21)), "21 of 21 user IDs that nobody holds are hashes")
    judged(people, "user id,colour\n" + "".join(f"{i:032x},red\n" for i in range(1)) + "u1,red\n", "!are hashes")
    hashes = "".join(f"{(i + 1) * 0xD6E8FEB86659FD93A0761D6478BD642F % 2**128:032x}\n" for i in range(3))
    judged(people, "user id\n" + hashes + "u1\nu2\n", "are hashes")
    judged(people, "user id\n" + hashes + "u1\nu2\nu3\n", "!are hashes")  # half is not most
    judged(people, "user id\n" + "".join(f"Ｊ{i:05}x\n" for i in range(6)), 'person_id_from_user_id: "j{person_id}x"')  # a width that folding changes
    judged(people.replace("@d1.example", ""), "user id\n" + "".join(f"J{i:05}x\n" for i in range(6)), 'person_id_from_user_id: "J{person_id}x"')  # an address without @
    judged(people, "user id,employee id,colour\n" + "".join(f"k{i},9{i:05},red\n" for i in range(21)), "rows read 21", "!no column gives the employee number")
    judged(people, "user id,colour\n" + "".join(f"k{i},red\n" for i in range(21)), "no column gives the employee number; columns not used: colour")
    judged(people, "user id\n" + "".join(f"J{i:05}x\n" for i in range(40)) + "".join(f"K{i:05}\n" for i in range(2001)), "!person_id_from_user_id", "rows read 2041")  # the first 2,000 are looked at
    many = "employee id,name\n" + "".join(f"{i:05},P{i} Q{i}\n" for i in range(1001))
    for fitting, others, said in ((1001, 998, "1001 of 1999 user IDs"), (1001, 999, "1001 of 2000 user IDs"), (1001, 2000, "1001 of 2000 user IDs"), (1000, 2000, "!person_id_from_user_id")):
        judged(many, "user id\n" + "".join(f"J{i:05}\n" for i in range(fitting)) + "".join(f"other{i}\n" for i in range(others)), said)
    for before, behind, is_found in (("abcdef", "", True), ("abcdefg", "", False), ("", "uvwxyz", True), ("", "tuvwxyz", False), ("abcdef", "uvwxyz", True)):
        judged(people, "user id\n" + "".join(f"{before}{i:05}{behind}\n" for i in range(5)), f'{"" if is_found else "!"}"{before}{{person_id}}{behind}"')
    for number, is_found in (("{:03}", True), ("{:02}", False)):  # a number of two digits stands in too many IDs
        short = "employee id,name\n" + "".join(number.format(i + 10) + f",P{i} Q{i}\n" for i in range(20))
        judged(short, "user id\n" + "".join("J" + number.format(i + 10) + "\n" for i in range(5)), '"J{person_id}"' if is_found else "!{person_id}")
    for domain, is_found in ((7, True), (8, False)):  # the first eight domains are tried
        near = people.replace(f"@d{domain + 1}.", f"@d{domain}.")
        judged(near, "user id\n" + "".join(f"p{i}\n" for i in range(40) if i % 12 in (domain, domain + 1)), f'{"" if is_found else "!"}"{{user_id}}@d{domain}.example"')


def test_verdicts():
    """Every verdict of a rule is said: raised, passed, not judged, not evaluated, switched off; a person without anything has nothing."""
    config = CONFIG.replace("safety:", "rules: {dormant-account: {enabled: false}}\nsafety:")
    with Place(CITY | {"tenko.yaml": config, "staff.csv": STAFF + "006,,IT,2020-04-01,,,\n007,Gus Gray,,,,,\n", "tax.csv": TAX + "t006,006,enabled,read,\nshared,,enabled,read,never\nsame,,enabled,read,\n"}) as p:
        p.play([
            ("explain tax t001", 0, "passed", "not evaluated", "switched off   dormant-account"), ("explain tax t002", 0, "RAISED"), ("explain tax shared", 0, "not judged"), ("explain 006", 0, "006"),
            ("explain 007", 0, "no account, no license, no device"), ("explain tax t006", 0, "006"), ("rules", 0, "switched off by the configuration"), ("rules -c tenko.yaml --lang ja", 0, "dormant-account"),
        ])
    with Place({"staff.csv": "employee id,name,department\n001,Sam Same,Tax\n002,Sam Same,Tax\n", "tax.csv": "user id,name,department\nu1,Sam Same,Tax\n"}) as p:
        p.play([("explain tax u1 --roster staff.csv --system tax=tax.csv", 0, "several people fit"), ("explain tax u1 --roster staff.csv", 2, "no system 'tax': the systems are: -")])


def test_retention():
    """What is older than the retention period is marked, and nothing is dropped by itself; 29 February counts as 1 March."""
    for years, first, old in ((4, "2020-02-28", True), (4, "2020-02-29", False), (3, "2021-02-28", True), (3, "2021-03-01", False), (100, "2020-01-31", False)):
        with Place(CITY | {"tenko.yaml": CONFIG.replace("2026-03-31", "2024-02-29").replace("ledger:", f"retention_years: {years}\nledger:")}) as p:
            p.tenko("run", "--as-of", first)
            p.tenko("run")
            said = p.tenko("runs")
            expect(("older than the retention period" in said) == old, years, first, said)
            p.tenko("purge", "--before", "2024-01-01")
            expect("states purged" in p.tenko("runs"), "purged")
            p.tenko("runs", "--format", "json")


def test_requests():
    """Requests are found by system, ID and action, once each, decided by then, one without a day last; a table that cannot be read is said."""
    lines = ["tax,t010,add,R-1,2026-04-20,003", "tax,t010,add,R-2,2026-04-02,003", "TAX,T009,remove,R-3,2026-04-02,003", "tax,t003,change,R-4,2026-04-02,003", "tax,t003,change,R-5,2026-04-02,003",
             "tax,t004,remove,R-6,2026-04-03,003", "tax,t001,change,R-7,,003", "tax,t001,change,R-8,2027-01-01,003", "lan,t001,change,R-9,2026-04-02,003"]
    with two_runs(**{"requests.csv": "system,user_id,action,request_no,decided_on,approved_by\n" + "\n".join(lines) + "\n"}) as p:
        p.play([("diff", 0, "R-2", "R-3", "R-4", "R-7", "!R-8", "!R-9"), ("diff --format csv", 0, "R-2"), ("diff --format json", 0, "R-3")])
        os.unlink(p.path("requests.csv"))
        p.play([("diff", 3, "requests.csv")])


def test_peek_and_quick():
    """Files as they are read; and what quick mode cannot take."""
    bom = "\ufeff".encode()
    with Place({"a.tsv": bom + "a\tb\n1\t2\n3\n".encode(), "b.csv": b"a,b\n1,\x81\n", "c.csv": "a,b\n" + "x" * (1 << 20) + "y,1\n", "staff.csv": STAFF, "tax.csv": TAX,
                "seats.csv": "employee id,product\n001,Office\n002,Visio\n003,\n", "one.csv": "employee id\n001\n"}) as p:
        p.play([
            ("peek a.tsv", 0, "(BOM), delimiter TAB, 3 rows", "1 rows have more or fewer cells"), ("peek b.csv --encoding utf-8", 0, "b.csv"), ("peek c.csv", 0, "1 rows could not be used"), ("peek none.csv", 3, "none.csv"),
            ("peek a.tsv --delimiter comma --encoding auto", 0, "delimiter ,"), ("peek a.tsv --sheet 1", 3, "a.tsv"), ("peek a.tsv --encoding klingon", 2, "klingon"),
            ("check --roster staff.csv --system a=tax.csv --license seats=seats.csv one=one.csv", 0, "Office", "Visio"),
            ("check --roster staff.csv --license none=none.csv", 3, "none.csv"), ("check --roster staff.csv --license a=one.csv a=one.csv", 2, "a"),
            ("check --roster staff.csv --system a=tax.csv --system a=tax.csv", 2, "a"), ("check --roster a=staff.csv a=staff.csv", 2, "a"),
        ])


def test_metrics():
    """The numbers of a run for a collector: what became of exceptions, the age of lists, names with signs that must be escaped."""
    with Place(CITY) as p:
        p.write("tenko.yaml", CONFIG.replace("name: office", r'name: "of\\fi\"ce"'))
        p.tenko("run", "--metrics", "m.prom")
        text = p.read("m.prom")
        for part in ('tenko_list_age_days{kind="roster",name="staff"} 1', 'kind="system",name="tax"} 2', 'kind="license",name="of\\\\fi\\"ce"} 3', 'tenko_exceptions_life{life="new"}', "# EOF\n"):
            expect(part in text, part, "not in", text)
        expect('name="lan"' not in text, "a list that was not delivered has no age")
        p.tenko("run", "--no-ledger", "--metrics", "m.prom")
        expect("tenko_exceptions_life" not in p.read("m.prom"), "without a ledger nothing is new")
        said = p.tenko("run", "--no-ledger", "--metrics", "/dev/stdout", "--quiet")
        expect("# EOF" in said, said)
        for place in ("no/where.prom", "staff.csv/x.prom"):
            p.tenko("run", "--no-ledger", "--metrics", place, status=4)
        for place in ("staff.csv", "./tenko.yaml", "tenko.db", "report/../tenko.db", "nowhere/../tenko.db"):
            said = p.tenko("run", "--metrics", place, status=2)
            expect(f"{place}: --metrics would replace this file" in said, place, said)
        for place in ("report/m", "nowhere/../report/m"):
            said = p.tenko("run", "--metrics", place, status=2)
            expect(f'{place}: the report directory "report" holds this file' in said, place, said)
        p.write("register.csv", 'system,owner,source,exported_on\n"two\nlines",IT,tax.csv,2026-03-29\ntax,Tax,,\nlan,IT,,\n')
        p.write("tenko.yaml", CONFIG.replace("policy:\n", "register: {systems: register.csv}\npolicy:\n"))
        p.tenko("run", "--no-ledger", "--metrics", "m.prom")
        expect('kind="system",name="two\\nlines"} 2' in p.read("m.prom"), p.read("m.prom"))
        os.mkdir(p.path("folder"))
        p.tenko("run", "--no-ledger", "--metrics", "folder", status=4)
        expect([n for n in os.listdir(p.root) if n.endswith(".tmp")] == [], "nothing is left over")


def test_said_to_a_closed_door():
    """Output that nobody takes: `| head` ends quietly, a full disk does not."""
    with Place(CITY) as p:
        p.write("long.csv", "user id,employee id\n" + "".join(f"u{i},{i}\n" for i in range(50000)))
        for words, lines in ((["peek", "long.csv"], 1), (["rules"], 1)):
            process = subprocess.Popen([TENKO, *words], cwd=p.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=p.environment)
            for _ in range(lines):
                process.stdout.readline()
            process.stdout.close()
            said = process.stderr.read().decode()
            expect(process.wait() in (0, 4) and "could not be written" not in said, words, process.returncode, said)
        with open("/dev/full", "wb") as full:
            for words, status in ((["rules"], 4), (["runs"], 4), (["run", "--no-ledger"], 4), (["check"], 4), (["explain", "x", "y"], 2)):
                done = subprocess.run([TENKO, *words], cwd=p.root, stdout=full, stderr=subprocess.PIPE, env=p.environment)
                expect(done.returncode == status, words, done.returncode, done.stderr)
        done = subprocess.run([TENKO, "rules"], cwd=p.root, stdout=subprocess.DEVNULL, env=p.environment, preexec_fn=lambda: os.close(2))
        expect(done.returncode == 0, "stderr closed")


def test_completion():
    """What may come next on the line: commands, options, their values, systems, runs and exceptions."""
    def offered(*words):
        return [l.split("\t")[0] for l in p.tenko("complete", *words).splitlines()]
    with two_runs() as p:
        table = [
            ([""], {"run", "review", "verify", "help"}), (["ru"], {"run", "rules", "runs"}), (["help", "re"], {"report", "review"}), (["zzz", ""], set()),
            (["run", "--"], {"--as-of", "--out", "--force"}), (["run", "--qu"], {"--quiet"}), (["run", "--lang", ""], {"ja", "en"}), (["run", "--lang=e"], {"--lang=en"}),
            (["run", "--fail-on", ""], {"critical", "info"}), (["runs", "--format", ""], {"text", "csv", "json"}), (["run", "--format", ""], {"csv", "xlsx"}),
            (["--lang", "en", "ru"], {"run", "runs"}), (["-c", "tenko.yaml", "explain", ""], {"tax"}), (["--config=tenko.yaml", "explain", "t"], {"tax"}), (["-ctenko.yaml", "diff", ""], {"1", "2"}),
            (["diff", "1", ""], {"1", "2"}), (["report", "--run", ""], {"1", "2"}), (["review", ""], {"export", "import", "status"}), (["review", "export", "--by", ""], {"owner", "department", "manager"}),
            (["sample", "--system", ""], {"tax"}), (["sample", "--rule", "leaver-a"], {"leaver-account"}), (["sample", "--lang=ja", "--system", "t"], {"tax"}),
            (["-"], {"--lang", "--config", "--help", "--version"}), (["--lang", ""], {"ja", "en"}), (["--lang=j"], {"--lang=ja"}), (["-c", ""], {":files"}), (["--config="], {":files"}), (["--quiet", ""], {"run"}),
            (["run", "--format", "csv,x"], {"csv,xlsx"}), (["run", "--format=csv,jsonl,"], {"--format=csv,jsonl,html"}), (["run", "--quiet=y"], set()), (["run", "--nothing=y"], set()),
            (["review", "import", "a.csv", ""], {":files"}), (["review", "export", ""], set()), (["peek", "a.csv", ""], set()), (["init", ""], {":dirs"}), (["init", "new", ""], set()), (["verify", ""], {":dirs"}), (["rules", ""], set()),
            (["--config", "tenko.yaml", "explain", ""], {"tax"}), (["-q", "ru"], {"run", "runs"}), (["--lang=ja", "-"], {"--help"}), (["run", "-xlang=j"], set()), (["run", "-xlang", ""], set()), (["explain", "tax", "-"], {"--as-of"}),
        ]
        for words, wanted in table:
            found = offered(*words)
            expect(wanted <= set(found) if wanted else not found, words, found)
        p.write("register.csv", "system,owner\ntax,Tax\npayroll,IT\n\"p\ty\",IT\n")
        p.write("tenko.yaml", CONFIG.replace("policy:\n", 'register: {systems: register.csv}\npolicy:\n'))
        p.tenko("run", "--as-of", "2026-05-31", "--force", "--reason", "two systems have no list")
        found = offered("explain", "")
        expect({"tax", "payroll"} <= set(found), "systems that only the register has", found)
        expect(not [o for o in found if o == "p"], "a name that would break the line is left out", found)
        for words in (["diff", "1", "2", ""], ["run", "--as-of", ""], ["run", "--system", "a="], ["run", "--system", "a"], ["run", "--roster", ""], ["peek", ""], ["init", ""], ["verify", ""],
                      ["review", "import", ""], ["run", "--quiet", ""], ["run", "--out", ""], ["explain", "tax", ""], ["run", "-c", ""], ["explain", "-c", "nowhere.yaml", ""], ["run", "--no-such", ""], []):
            p.tenko("complete", *words)
        expect(any(o.startswith("x") for o in offered("explain", "x")), "open exceptions of the ledger")
        p.environment["TENKO_LANG"] = "ja"
        expect("leaver-account\t退職者のアカウント" in p.tenko("complete", "sample", "--rule", "leaver-acc"), "titles are in the language that is asked for")
    with Place(CITY) as p:  # no run yet: what the configuration has
        expect(offered("explain", "") == ["tax", "lan"] and offered("diff", "") == [], offered("explain", ""))
    with Place({}) as p:  # no configuration, no ledger: nothing to offer, and no complaint
        for words in (["explain", ""], ["diff", ""], ["sample", "--system", ""], ["report", "--run", ""]):
            expect(p.tenko("complete", *words).strip() == "", words)


def test_language():
    """--lang, then the configuration, then TENKO_LANG, then Japanese; it changes words, never a verdict."""
    with Place(CITY) as p:
        p.write("ja.yaml", CONFIG.replace("language: en", "language: ja"))
        p.write("none.yaml", CONFIG.replace("language: en\n", ""))
        for environment, config, option, wanted in (("en", "ja", None, "ja"), ("ja", "tenko", None, "en"), ("en", "none", None, "en"), (None, "none", None, "ja"), ("xx", "none", None, "ja"), ("en", "ja", "en", "en")):
            p.environment.pop("TENKO_LANG", None)
            if environment:
                p.environment["TENKO_LANG"] = environment
            said = p.tenko("check", "-c", config + ".yaml", *(["--lang", option] if option else []))
            expect(("== 名簿" in said) == (wanted == "ja") and ("== roster" in said) == (wanted == "en"), environment, config, option, said[:200])


def run_tests(tests):
    failed = 0
    for name, test in sorted(tests.items()):
        if name.startswith("test_"):
            try:
                test()
            except Failure as why:
                failed += 1
                print(f"{name}:\n{why}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(run_tests(globals()))
