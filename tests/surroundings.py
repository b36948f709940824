#!/usr/bin/env python3
"""What lies around a command: devices that are full, another account, zone or folder, a report of another ledger, lists that end in
the middle.

    surroundings.py TENKO"""
import json, os, resource, shutil, subprocess, sys, threading, zipfile

from commands import CITY, CONFIG, LATER, STAFF, TENKO, Place, expect, run_tests, two_runs


def said_of(p, *words, status=0, **more):
    """Of a command whose streams are given: its exit status is as said."""
    done = subprocess.run([TENKO, *words], cwd=p.root, env=p.environment, timeout=60, **more)
    expect(done.returncode == status, words, "exit", done.returncode, "not", status)


def test_full_streams():
    """A command whose words nobody can read ends as it would; results that are lost are a failure, but do not hide a graver one."""
    with Place(CITY) as p, open("/dev/full", "wb") as full:
        said_of(p, "run", "--bad", status=2, stderr=full)
        said_of(p, "run", "--no-ledger", status=0, stdout=subprocess.DEVNULL, stderr=full)
        os.unlink(p.path("tax.csv"))
        said_of(p, "check", status=3, stdout=full, stderr=subprocess.DEVNULL)
        said_of(p, "rules", status=4, stdout=full, stderr=subprocess.DEVNULL)


def test_files_that_may_not_grow():
    """init writes its files whole or not at all."""
    with Place({"staff.csv": STAFF} | {f"s{i:02}.csv": CITY["tax.csv"] for i in range(11)}) as p:
        for most in (0, 100, 600):  # the register has some 200 bytes, the configuration some thousand
            done = subprocess.run([TENKO, "init"], cwd=p.root, env=p.environment, capture_output=True, text=True, timeout=60,
                                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
            expect(done.returncode == 4 and "File too large" in done.stderr, most, done.returncode, done.stderr)
            expect(not os.path.exists(p.path("tenko.yaml")) and not os.path.exists(p.path("register")), most, os.listdir(p.root))
        p.tenko("init")


def test_who_and_when():
    """The ledger and the manifest name the account that ran it, by its number where it has no name, and local time with its offset."""
    with Place(CITY) as p:
        for zone, offset in (("UTC", "+00:00"), ("Asia/Tokyo", "+09:00"), ("Asia/Kolkata", "+05:30"), ("America/Phoenix", "-07:00"), ("America/St_Johns", "-0")):
            p.environment["TZ"] = zone
            p.tenko("run")
            run = json.loads(p.tenko("runs", "--format", "json"))[-1]
            expect(offset in run["at"][19:] and offset in json.loads(p.read("report/manifest.json"))["when"][19:], zone, run["at"])
        apart = ["unshare", "--user", "--map-user=54321", "--map-group=54321"]
        if subprocess.run([*apart, "true"], capture_output=True).returncode == 0:
            subprocess.run([*apart, TENKO, "run", "--no-ledger"], cwd=p.root, env=p.environment, check=True, capture_output=True)
            expect(json.loads(p.read("report/manifest.json"))["who"] == "uid 54321", "an account without a name")


def test_a_report_of_another_ledger():
    """verify compares the report with the run that wrote it; a report that was written without the ledger fits by itself."""
    with two_runs() as p:
        p.tenko("verify")
        shutil.copytree(p.path("report"), p.path("second"))
        p.tenko("report", "--run", "1", "--out", "first")
        os.unlink(p.path("tenko.db"))
        p.write("tax.csv", LATER.replace("t004", "t005"))
        p.tenko("run")
        p.tenko("verify")
        for folder in ("first", "second"):  # run 1 is another one here, and there is no run 2
            shutil.rmtree(p.path("report"))
            shutil.copytree(p.path(folder), p.path("report"))
            said = p.tenko("verify", status=1)
            expect("manifest.json" in said, folder, said)
        shutil.rmtree(p.path("report"))
        p.tenko("run", "--no-ledger", "--out", "report")
        p.play([("verify", 0, "everything fits: 1 runs"), ("verify report", 0, "every file is as manifest.json lists it", "head -"), ("verify report --head 1234", 1, "another head"),
                ("verify second --format json", 0, '"ok": true')])
        head = json.loads(p.tenko("verify", "second", "--format", "json"))["head"]
        p.play([(f"verify second --head {head}", 0, "every file is as"), (f"verify --head {head}", 1, head)])


def test_a_workbook_that_ends():
    """What comes before the damage is shown, and that it is not the whole: exit 3."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{rel}/worksheet" Target="s.xml"/></Relationships>',
        "xl/s.xml": f'<worksheet xmlns="{main}"><sheetData>' + "".join(f'<row r="{i}"><c r="A{i}"><v>{i}</v></c></row>' for i in range(1, 20000)) + "<row <</sheetData></worksheet>",
    }
    with Place({}) as p:
        with zipfile.ZipFile(p.path("book.xlsx"), "w", zipfile.ZIP_DEFLATED) as z:
            for name, text in parts.items():
                z.writestr(name, text)
        p.play([("peek book.xlsx", 3, "\n19999\nbook.xlsx[S]: the Excel workbook is damaged")])


def test_lists_of_several_products():
    """Quick mode makes a license of each product; where two lists have one, the later says which list it is of."""
    seats = "employee id,product\n001,Office\n002,Visio\n"
    with Place({"staff.csv": STAFF, "a.csv": seats, "b.csv": seats, "no.csv": "colour,shape\nred,round\n"}) as p:
        p.play([
            ("check --roster staff.csv --license a=a.csv b=b.csv", 0, "== license Office:", "== license Visio:", "== license b: Office:", "== license b: Visio:"),
            ("check --roster staff.csv --license a=a.csv a=b.csv a=a.csv d=a.csv", 2, "a: Office"), ("check --roster staff.csv --license no=no.csv", 3, "no.csv"),
        ])
        os.mkfifo(p.path("pipe"))  # cannot be read twice: one license of that name
        writer = threading.Thread(target=lambda: p.write("pipe", seats))
        writer.start()
        said = p.tenko("check", "--roster", "staff.csv", "--license", "pipe=pipe")
        writer.join()
        expect("== license pipe:" in said, said)


def test_systems_that_are_not_there():
    """A license of a system that neither the configuration nor its register has is refused, also once the register is read."""
    config = CONFIG.replace("    quantity: 3\n", "    quantity: 3\n    system: payrol\n").replace("policy:\n", "register: {systems: register.csv}\npolicy:\n")
    with Place(CITY | {"tenko.yaml": config, "register.csv": "system,owner\ntax,Tax\nlan,IT\npayroll,IT\n"}) as p:
        p.play([(words, 2, "payrol", "payroll") for words in ("run", "check", "explain 001", "sample --size 1 --seed 1")])
        p.write("tenko.yaml", config.replace("payrol\n", "payroll\n"))
        p.tenko("check")


def test_calm():
    """A run that finds nothing has no ages to say; an empty word is nobody."""
    with Place({"tenko.yaml": CONFIG.replace("  - name: lan\n    owner: IT\n    source: {connector: none}\n", "").split("licenses:")[0], "staff.csv": "employee id,name,department\n001,Alice Able,Tax\n",
                "tax.csv": "user id,employee id,status\nt001,001,enabled\n"}) as p:
        p.write("tenko.yaml", p.read("tenko.yaml") + "rules: {system-owner-unknown: {enabled: false}}\n")
        p.play([("run", 0, "0 exceptions"), ("runs", 0, "run 1", "!days")])
        expect("nobody has the number ''" in p.tenko("explain", "", status=2), "an empty word")
        p.write("alone/tenko.yaml", "rosters: [{name: staff, source: ../staff.csv}]\n")
        p.play([("sample --size 1 --seed 1 --system x -c alone/tenko.yaml", 2, "no system 'x': the systems are: -"), ("run -c alone/tenko.yaml", 0, "alone/report")])
    with Place({}) as p:  # the catalogue needs no configuration
        p.play([("rules", 0, "leaver-account"), ("rules --lang ja", 0, "退職者のアカウント")])
        p.tenko("diff", "", status=2)


if __name__ == "__main__":
    sys.exit(run_tests(globals()))
