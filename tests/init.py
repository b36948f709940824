#!/usr/bin/env python3
"""What `tenko init` makes of files: their kind, their name, and what stands in the configuration of them; and what it refuses.

    init.py TENKO

Each case is a folder, and lines that must (or, behind a !, must not) stand in tenko.yaml. Every configuration that is written loads."""
import os, subprocess, sys

from commands import Place, expect, run_tests

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "ldap"))
from answers import AD_ROOT, Case, person  # noqa: E402

STAFF = "employee id,name,department,hired on,left on\n001,Alice Able,Tax,2020-04-01,\n002,Bob Baker,Tax,2020-04-01,2026-02-28\n"
TAX = "user id,employee id,status,last login\nt001,001,enabled,2026-03-01\nt002,002,enabled,2026-03-02\n"
BASE = {"staff.csv": STAFF, "tax.csv": TAX}
CA = subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=Test CA", "-keyout", "/dev/null"],
                    capture_output=True, text=True, check=True).stdout


def accounts(*ids):
    return "user id,employee id,last login\n" + "".join(f"{i},,2026-03-01\n" for i in ids)


def written(files, *lines, words=(), said=(), loads=True):
    """init of the files, and what must stand in what it writes."""
    with Place(files) as p:
        out = p.tenko("init", *words)
        yaml = p.read("tenko.yaml")
        for line in lines:
            expect((line.lstrip("!") in yaml) != line.startswith("!"), sorted(files), repr(line), "in:", yaml)
        for text in said:
            expect((text.lstrip("!") in out) != text.startswith("!"), repr(text), "in:", out)
        if loads:
            p.tenko("check")
        expect(not [n for n in os.listdir(p.root) if n.endswith(".tmp")], "left over")


def test_leavers():
    """A list of leavers is one by its name, or by a leaving date for everybody on it, no hiring date, and a heading that says so."""
    kind = "kind: leavers"
    header = "employee id,name,{}\n"
    for name, text, is_leavers in (
            ("gone.csv", header.format("termination date") + "001,A B,2026-01-31\n002,C D,2026-02-28\n", True),
            ("gone.csv", header.format("separation date") + "001,A B,2026-01-31\n", True),
            ("gone.csv", header.format("termination date") + "001,A B,2026-01-31\n002,C D,\n", False),
            ("gone.csv", header.format("end date") + "001,A B,2026-01-31\n002,C D,2026-02-28\n", False),
            ("gone.csv", header.format("hired on,termination date") + "001,A B,2020-04-01,2026-01-31\n", False),
            ("gone.csv", header.format("termination date"), False),
            ("leavers.csv", header.format("end date") + "001,A B,2026-01-31\n", True),
            ("退職者.csv", "職員番号,氏名,退職日\n001,佐藤,\n", True)):
        written(BASE | {name: text}, ("" if is_leavers else "!") + kind, loads="\n" in text.rstrip())


def test_ticks():
    """Two columns and more that hold ticks and nothing else are roles; one is a note, and a word in one of them ends it."""
    header = "user id,employee id,entry,approval\n"
    for rows, is_matrix in (("t1,001,○,\nt2,002,,○\n", True), ("t1,001,○,×\nt2,002,－,○\n", True), ("t1,001,x,V\nt2,002,✓,☑\n", True), ("t1,001,○,\nt2,002,,\n", False),
                            ("t1,001,○,yes\nt2,002,,○\n", False), ("t1,001,○,\nt2,002\nt3,001,○,レ,more\n", True), ("t1,001,,\nt2,002,,\n", False)):
        written({"staff.csv": STAFF, "tax.csv": header + rows}, ("" if is_matrix else "!") + "role_columns: [", loads=is_matrix)
    written({"staff.csv": STAFF, "tax.csv": "user id,employee id,role,entry,approval\nt1,001,r,○,○\n"}, "!role_columns: [")


def test_globs():
    """User IDs that look like nobody's own are proposed by kind; where nearly all begin alike that is how IDs are made there."""
    written(BASE | {"tax.csv": accounts("svc_backup", "t1", "t2", "t3")}, 'service: ["svc_*"', '"svc_backup"')
    written(BASE | {"tax.csv": accounts("svc_a", "svc_b", "t1", "t2", "t3")}, '"svc_a" … (2)')
    written(BASE | {"tax.csv": accounts("svc_a", "svc_b", "svc_c", "svc_d", "t1")}, "!\n    kinds:")
    written(BASE | {"tax.csv": accounts("svc_a", "svc_b", "svc_c", "svc_d", "t1", "t2", "t3", "t4")}, "svc_*")
    written(BASE | {"tax.csv": accounts("administrator", "guest", "svc_a", "adm-sato", "room-101", "kiosk1", "t1", "t2")}, "kinds:", "service: [")
    written(BASE | {"tax.csv": accounts("a_example.com#EXT#@x.example", "b_example.com#EXT#@x.example", "c_example.com#EXT#@x.example", "d_example.com#EXT#@x.example")}, "external: [")
    written(BASE | {"tax.csv": accounts("test01", "test02", "t1")}, "!\n    kinds:")
    written(BASE, "!\n    kinds:")


def test_names():
    """A system is called as its file, without the day, the number and the word for a list; two of one name by their paths."""
    for file, name in (("tax_20260331.csv", "tax"), ("tax-2026-03-31.csv", "tax"), ("01_tax.csv", "tax"), ("tax_accounts.csv", "tax"), ("2026-03-31.csv", "2026-03-31"),
                       ("tax.v2.csv", "tax"), ("個人住民税システム_利用者一覧_20260331.csv", "個人住民税システム"), ("税.csv", "税"), ("_tax_.csv", "tax")):
        written({"staff.csv": STAFF, file: TAX}, f'name: "{name}"')
    written(BASE | {"old/tax.csv": TAX}, 'name: "tax"', 'name: "tax.csv"', loads=False)


def test_tables():
    """Registers, policies, departments and devices stand where they belong; a second of a kind is left as a comment."""
    files = BASE | {
        "departments.csv": "code,name,valid_from,valid_to,successor\n01,Tax,,,\n", "departments-2025.csv": "code,name,valid_from,valid_to,successor\n01,Tax,,,\n",
        "waivers.csv": "rule,target,subject,reason,approved_by,valid_until\n", "requests.csv": "system,user_id,action,request_no,decided_on,approved_by\n",
        "incidents.csv": "system,user_id,date,reason\n", "links.csv": "system,user_id,person_id,note\n", "conflicts.csv": "system_a,role_a,system_b,role_b,reason\n",
        "privileged.csv": "system,user_id,person_id,approved_by,approved_on,starts_on,expires_on,function\n",
        "devices.csv": "device id,employee id,returned on\npc1,001,\n", "devices-old.csv": "device id,employee id,returned on\npc9,002,2020-01-01\n",
        "licenses/office.csv": "employee id,product,last used on\n001,Office,2026-03-01\n002,Visio,2026-03-01\n",
        "systemregister.csv": "system,owner,manager,contract_owner,contract_no,purpose,source,exported_on,exported_by,declared_rows,ended_on\n",
    }
    written(files, "departments: {path: ", "# departments: {path: ", "waivers: {path: ", "requests: {path: ", "incidents: {path: ", "links: {path: ", "conflicts: {path: ", "privileged: {path: ",
            "devices:\n", "# devices:\n", "register:\n  systems: {path: ", "licenses:\n", loads=False)


def test_what_is_no_list():
    """What cannot be placed stands there as a comment with its headers; what is no list is said to be none; locks and hidden files do not count."""
    written(BASE | {"notes.csv": "colour,shape,size\nred,round,7\n"}, "# could not be placed: \"notes.csv\"", 'headers found: ["colour", "shape", "size"]', said=("notes.csv: its header tells no kind of list",))
    written(BASE | {"numbers.csv": "1,2,3\n4,5,6\n"}, '# could not be placed: "numbers.csv"', "!headers found:")
    written(BASE | {"mail.csv": "a@example,b@example\nc@example,d@example\n"}, '"mail.csv"', "!headers found:")
    written(BASE | {"years.csv": "year 2024,year 2025\n1,2\n"}, '"years.csv"', "!headers found:")
    written(BASE | {"letter.csv": "Dear colleagues\n\nplease find enclosed\n"}, "!headers found:")
    written(BASE | {"empty.csv": ""}, "!empty.csv", said=("empty.csv",))
    written(BASE | {"list.pdf": b"%PDF-1.7\n" + bytes(99)}, "!list.pdf", said=("list.pdf",))
    written(BASE | {"table.xls": "<html><table><tr><td>x</td></tr></table></html>"}, "!table.xls", said=("table.xls",))
    written(BASE | {"~$tax.xlsx": "lock", ".hidden.csv": TAX, "README": "x", "tax.csv.bak": TAX, "a/b/c/d/deep.csv": TAX}, "!~$tax", "!hidden", "!bak", "!deep")
    written(BASE | {"a/b/c/deep.csv": TAX}, "deep.csv", loads=False)  # the same list twice


def test_named_files():
    """Files named on the command line, with names of one's own; a kind that they are not is an error that shows their headers."""
    named = {"lists/a.csv": STAFF, "lists/b.csv": TAX, "lists/c.csv": "employee id,last used on\n001,2026-03-01\n"}
    words = ("--roster", "lists/a.csv", "--system", "Tax=lists/b.csv", "--license", "Office=lists/c.csv")
    written(named, 'name: "a"', 'name: "Tax"', 'name: "Office"', '"lists/b.csv"', words=words, said=("rosters 1, systems 1, licenses 1",))
    with Place(named) as p:
        os.mkdir(p.path("city"))
        p.tenko("init", "city", *words)
        expect(p.path("lists/b.csv") in p.read("city/tenko.yaml"), "a list beside the folder is named by its whole path")
        p.tenko("check", "-c", "city/tenko.yaml")
        p.tenko("init", "new", *words)
        expect(p.read("new/tenko.yaml") == p.read("city/tenko.yaml"), "a folder that is not there is made")
        p.play([
            ("init city --roster lists/a.csv", 2, "city/tenko.yaml exists already"),
            ("init no/city --roster lists/a.csv", 4, "no/city: the folder cannot be made"), ("init lists/a.csv --roster lists/a.csv", 4, "lists/a.csv"),
            ("init --roster none.csv", 3, "none.csv"), ("init --roster lists/a.csv --system x=none.csv", 3, "none.csv"), ("init --roster lists/a.csv --license x=none.csv", 3, "none.csv"),
            ("init --roster lists/a.csv --system x=lists/a.csv", 3, "lists/a.csv"), ("init --system x=lists/b.csv", 2, "no file looks like a roster"),
        ])
        expect(not os.path.exists(p.path("tenko.yaml")), "nothing is written where it fails")
    with Place({"x/readme.txt": "", "only/tax.csv": TAX, "none/notes.md": "x"}) as p:
        p.play([("init none", 2, "no CSV file found in none"), ("init only", 2, "no file looks like a roster"), ("init nowhere", 2, "no CSV file found in nowhere")])
        expect(not os.path.exists(p.path("nowhere")), "a folder is not made for nothing")


def test_directory():
    """What a directory shows of itself becomes a section: the roster where there is no other, else a system; how to log in is taken over."""
    root = AD_ROOT | {"namingContexts": ["dc=example", "dc=other"]}
    sample = [person("a", mail=["a@x"]), person("b", **{f"x{i:02}": ["1"] for i in range(45)})]
    for files, how, words, lines in (
            ({}, {"root": root, "sample": sample}, (), ("rosters:\n  - name: LDAP", "schema: ad", "bind: anonymous", '"dc=other"', "columns: {status: userAccountControl}", "uid 2/2, mail 1/2", "x35 1/2", "!x36 1/2", "# ldap:", "#   starttls:")),
            (BASE, {"root": {"namingContexts": ["dc=example"]}}, (), ("systems:\n", "  - name: LDAP", "!userAccountControl", "schema: none", "no person was seen")),
            ({"staff.csv": STAFF}, {"root": {"vendorVersion": ["389-Directory/2"], "namingContexts": ["dc=example"]}}, (), ("systems:\n  - name: LDAP", "schema: 389ds")),
            ({}, {"root": {"vendorVersion": ["389-Directory/2"], "namingContexts": ["dc=example"]}}, (), ("rosters:\n  - name: LDAP", "columns: {status: nsAccountLock}")),
            ({}, {"root": root, "sample": sample}, ("--bind-dn", "cn=reader", "--password-file", "secret", "--tls-ca", "ca.pem"), ("bind: simple", 'bind_dn: "cn=reader"', 'password_file: "secret"', 'tls_ca: "ca.pem"')),
            ({"staff.csv": STAFF} | {f"s{i:02}.csv": TAX.replace("t00", f"s{i}x") for i in range(11)}, {"root": root}, (), ("register:\n  systems:", "systems:\n  - name: LDAP"))):
        with Place(files | {"secret": "password\n", "ca.pem": CA}) as p:
            os.chmod(p.path("secret"), 0o600)
            case = Case([], **how)
            p.tenko("init", "--ldap", f"ldap://127.0.0.1:{case.port}", *words)
            case.listener.close()
            yaml = p.read("tenko.yaml")
            for line in lines:
                expect((line.lstrip("!") in yaml) != line.startswith("!"), words, repr(line), "in:", yaml)
            if "register:" in yaml:
                expect("\nLDAP," in p.read("register/systems.csv"), p.read("register/systems.csv"))
    with Place({}) as p:
        case = Case([], root={})
        p.play([(f"init --ldap ldap://127.0.0.1:{case.port}", 3, "127.0.0.1"), ("init --ldap nothing", 2, "nothing"), (f"init --ldap ldap://127.0.0.1:{case.port} --starttls", 3, "no trusted connection")])
        case.listener.close()
        p.environment["TENKO_LANG"] = "ja"
        case = Case([], root=root)
        p.tenko("init", "--ldap", f"ldap://127.0.0.1:{case.port}")
        expect("ディレクトリ" in p.read("tenko.yaml"), "help in the language that is asked for")


def test_odd_files():
    """Names and places that tell nothing, links, headings with blanks and rows that cannot be read."""
    written(BASE | {"--": TAX.replace("t00", "x00")}, '"--"', words=("--roster", "staff.csv", "--system", "a=tax.csv", "--system", "b=./--"))
    written(BASE | {".csv": STAFF, "___": STAFF.replace("00", "01")}, 'name: "csv"', 'name: "___"', words=("--roster", ".csv", "./___", "--system", "a=tax.csv"))
    with Place(BASE | {"other/gone.csv": TAX, "other/README": "x"}) as p:
        os.symlink("other/gone.csv", p.path("link.csv"))
        p.tenko("init", p.root)  # a path without a dot
        expect("link.csv" not in p.read("tenko.yaml") and "gone.csv" in p.read("tenko.yaml"), p.read("tenko.yaml"))
        p.play([("init no/where --roster staff.csv " + " ".join(f"--system s{i}=tax.csv" for i in range(11)), 4, "no/where")])
    for name in ("\udc90\udcc5.csv", "from\udc90/\udcc5.csv", "a\tb.csv"):  # CP932, a TAB: no configuration can hold them
        written(BASE | {name: TAX}, '"tax.csv"', "!\ufffd", "!b.csv", words=("--lang", "en"), said=("cannot stand in a configuration: rename it",))
    header = "user id,employee id,entry,approval\n"
    for before in ("List of accounts\n\n", "as of 2026-03-31,,,\n"):
        written({"staff.csv": STAFF, "tax.csv": before + header + "t1,001, ○ ,\nt2,002,,○\n"}, "role_columns: [")
    written({"staff.csv": STAFF, "tax.csv": header + "t1,001,○,\n" + "x" * (1 << 20) + "y,002,no,no\nt2,002,,○\n"}, "role_columns: [")
    written({"staff.csv": STAFF, "tax.csv": header + "".join(f"t{i},001,○,○\n" for i in range(1, 2000)) + "t2000,001,yes,no\n"}, "role_columns: [", loads=False)  # the first 2,000 rows are looked at
    written({"staff.csv": STAFF, "tax.csv": header + "".join(f"t{i},001,○,○\n" for i in range(1, 1999)) + "t1999,001,yes,no\n"}, "!role_columns: [", loads=False)
    written(BASE | {"notes.csv": "colour,,shape\nred,,round\n"}, 'headers found: ["colour", "shape"]')
    written(BASE | {"notes.csv": "x1,y2\nred,round\n"}, 'headers found: ["x1", "y2"]')
    written(BASE | {"notes.csv": "colours and,shapes\ncolour,shape,size\nred,round,big\n"}, 'headers found: ["colour", "shape", "size"]')
    written(BASE | {"long.csv": "a letter\n" * 31 + "colour,shape\nred,round\n"}, '"long.csv"', "!headers found:")  # a heading stands within the first 30 rows
    written(BASE | {"long.csv": "a letter\n" * 29 + "colour,shape\nred,round\n"}, 'headers found: ["colour", "shape"]')
    written(BASE | {"licenses/pcs.csv": "device id,product,last used on\npc1,Office,2026-03-01\n"}, "metric: device", loads=False)
    written(BASE | {"licenses/pcs.csv": "device id,employee id,product,last used on\npc1,001,Office,2026-03-01\n"}, "!metric: device", loads=False)


def test_register():
    """Ten systems stand in sections, eleven in a register; one that is there already is not touched, and neither is anything left."""
    def systems(n):
        return {"staff.csv": STAFF} | {f"s{i:02}.csv": TAX.replace("t00", f"s{i}x") for i in range(n)}
    written(systems(10), "!register:", 'name: "s09"')
    written(systems(11), "register:\n  systems: {path: \"register/systems.csv\"}", '!name: "s09"')
    ticked = "user id,employee id,entry,approval\nt1,001,○,\nt2,002,,○\n"
    written(systems(11) | {"s03.csv": ticked, "s04.csv": accounts("svc_backup", "t1", "t2", "t3")}, 'systems:\n  - name: "s03"\n    role_columns: ["entry", "approval"]\n  - name: "s04"\n    kinds:', '!name: "s05"')
    with Place(systems(11) | {"register/systems.csv": "system\n"}) as p:
        p.tenko("init", status=2)
        expect(p.read("register/systems.csv") == "system\n" and not os.path.exists(p.path("tenko.yaml")), "what stood there stays, and nothing is added")
    with Place(systems(11) | {"register": "a file"}) as p:
        p.tenko("init", status=4)
        expect(not os.path.exists(p.path("tenko.yaml")), "both or none")
    with Place(systems(11)) as p:
        os.symlink("nowhere/tenko.yaml", p.path("tenko.yaml"))
        p.tenko("init", status=2)
        expect(not os.path.exists(p.path("register")), "both or none")


if __name__ == "__main__":
    sys.exit(run_tests(globals()))
