#!/usr/bin/env python3
"""Plays one story: a whole run of tenko as data.   run.py TENKO FILE.story

A story is one text file:

    # Title
    Why the expected result is what it is.

    $ run                          a command line of tenko, run in the story's folder; several run one after the other,
    exit 0                         and what is expected is expected of the last (exit: 0 unless said)
    with stdout full               … on a full disk (stdout closed: closed before it starts; no override: as a user who may
                                   read only what the mode says, also when root; file limit 4096: no file may grow larger; variable
                                   NAME=VALUE: in the environment)
    $ explain {leaver-account 税務 u1}   braces: the id of that exception in the report
    $ ! sqlite3 tenko.db "…"       another program, to put something in tenko's way; it must end well

    -- path/of/file.csv --         a file of the folder, up to the next line of this form
    -- path (cp932 crlf) --        … with options: an encoding (cp932, euc-jp, iso-2022-jp, windows-1252 and others, utf-16le, utf-16be with BOM; utf-8-bom), crlf, cr,
                                   cut (no newline at the end), hex (the text is hex digits), python (the text is a program
                                   that writes the file's bytes to `out`), xlsx (a workbook, described as workbook.py
                                   says), dir (a directory), mode=000; at run 2 (so from just before the story's second run
                                   on), gone (not there any more)
    -- expect exceptions --        exactly these, one a line: rule, target, subject (TAB or two spaces between them),
                                   then any of: severity=… person_id=… matched_by=… status=… line=… evidence.KEY=…
    -- expect exceptions of A B -- the same, of these rules only
    -- expect issues --            exactly these input issues: FILE:LINE problem-name [column]
    -- expect some issues --       at least these
    -- expect stderr --            each line must occur in stderr (stdout: likewise)
    -- expect no stdout --         no line here may occur (likewise: no stderr)
    -- expect exactly stdout --    the whole of it
    -- expect summary --           python-like paths of summary.json: systems[0].matched == 3
    -- expect file NAME --         lines that occur in that file of the report (expect no file NAME: that do not)
    -- expect files --             exactly these names stand in the report
    -- expect same A B --          two report folders hold the same bytes (manifest.json apart)
    -- expect … (at run 2) --      the same, after the story's second run

Always checked: exit 0 or 1 leaves a complete report, another status none (or the earlier one, byte for byte); rows read =
accepted + rejected; seats add up; the order, keys and ids of exceptions.jsonl; modes 0600 and 0700; the manifest's hashes;
every exception in one file of departments/, every account in inventory/, no formula in a workbook;
the same bytes with 1 and 3 threads, in another time zone and locale; nothing but the report (init: tenko.yaml and register/) appears in the
folder; no crash, ever.
"""
import csv, hashlib, io, json, os, re, resource, shlex, shutil, stat, subprocess, sys, tempfile, zipfile

from workbook import workbook

SEVERITIES = ["critical", "high", "medium", "low", "info"]
KEYS = ["id", "rule", "severity", "target_kind", "target", "subject", "person_id", "name", "department", "addressee",
        "message", "evidence", "source", "action", "status", "first_seen", "waived", "waiver", "decision"]
ENCODINGS = {"cp932": "cp932", "euc-jp": "euc_jp", "windows-1252": "cp1252", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be", "utf-8-bom": "utf-8-sig",
             "iso-2022-jp": "iso2022_jp", "windows-1250": "cp1250", "windows-1251": "cp1251", "iso-8859-2": "iso8859_2",
             "iso-8859-15": "iso8859_15", "gb18030": "gb18030", "big5": "cp950", "euc-kr": "cp949"}


class Failure(Exception):
    pass


def check(ok, *what):
    if not ok:
        raise Failure(" ".join(str(w) for w in what))


def parse(path):
    story = {"commands": [], "files": [], "expect": []}
    section = None
    for line in open(path, encoding="utf-8", newline=""):
        head = re.fullmatch(r"-- (.+?)(?: \(([^()]*)\))? --\n?", line)
        if head:
            section = (head[1], (head[2] or "").split(), [])
            story["expect" if head[1].startswith("expect ") else "files"].append(section)
        elif section:
            section[2].append(line)
        elif line.startswith("$ ") or line == "$\n":
            story["commands"].append([shlex.split(line[1:]), 0, []])
        elif line.startswith("exit "):
            story["commands"][-1][1] = int(line[5:])
        elif line.startswith("with "):
            story["commands"][-1][2].append(line[5:].strip())
    check(story["commands"], "the story has no command ($ …)")
    return story


def content(options, lines):
    text = "".join(lines)
    if text.endswith("\n\n"):
        text = text[:-1]  # the blank line before the next section
    if "python" in options:
        out = io.BytesIO()
        exec(text, {"out": out})
        return out.getvalue()
    if "xlsx" in options:
        return workbook(text)
    if "hex" in options:
        return bytes.fromhex(text)
    if "cut" in options:
        text = text.removesuffix("\n")
    if "crlf" in options:
        text = text.replace("\n", "\r\n")
    if "cr" in options:
        text = text.replace("\n", "\r")
    for option in options:
        if option in ENCODINGS:
            bom = "\ufeff" if option.startswith("utf-16") else ""
            return (bom + text).encode(ENCODINGS[option])
    return text.encode("utf-8")


def turn_of(options):
    """The run before which a file, after which an expectation comes; 0: none is said."""
    return int(options[options.index("run") + 1]) if "run" in options else 0


def lay_out(story, folder, turn):
    for name, options, lines in story["files"]:
        path = os.path.join(folder, name)
        if turn_of(options) != turn:
            continue
        if "gone" in options:
            os.remove(path)
            continue
        os.makedirs(path if "dir" in options else os.path.dirname(path), exist_ok=True)
        if "dir" not in options:
            with open(path, "wb") as f:
                f.write(content(options, lines))
        for option in options:
            if option.startswith("mode="):
                os.chmod(path, int(option[5:], 8))


def prepare(manners):
    """What the child does to itself before it becomes tenko."""
    def child():
        for manner in manners:
            if manner.startswith("file limit "):
                resource.setrlimit(resource.RLIMIT_FSIZE, (int(manner[11:]), resource.RLIM_INFINITY))
            elif manner == "stdout full":
                os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
            elif manner == "stdout closed":
                os.close(1)
    known = ("stdout full", "stdout closed", "no override")
    check(all(m in known or m.startswith(("file limit ", "variable ")) for m in manners), "unknown: with", manners)
    return child


def play(tenko, folder, words, manners, threads, environment):
    command = [tenko] + words
    if "no override" in manners and os.geteuid() == 0:
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] + command
    if words and words[0] in ("run", "check", "explain", "sample", "report") and threads:
        command += ["--threads", str(threads)]
    env = {"PATH": os.environ["PATH"], "HOME": folder, **environment}
    env.update(m[9:].split("=", 1) for m in manners if m.startswith("variable "))
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
        if name in os.environ:
            env[name] = os.environ[name]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, timeout=120, preexec_fn=prepare(manners))
    err = done.stderr.decode("utf-8", "replace")
    check(done.returncode >= 0 and "Sanitizer" not in err, "crashed:", done.returncode, err)
    return done.returncode, done.stdout.decode("utf-8", "replace"), err


def tree(report, with_manifest=False):
    """Every file of the report but the manifest, with its bytes; None if there is no report."""
    if not os.path.isdir(report):
        return None
    files = {}
    for where, _, names in os.walk(report):
        for name in names:
            path = os.path.join(where, name)
            if with_manifest or name != "manifest.json":
                files[os.path.relpath(path, report)] = open(path, "rb").read()
    return files


def read_exceptions(report):
    with open(os.path.join(report, "exceptions.jsonl"), encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def read_issues(report):
    with open(os.path.join(report, "issues.csv"), encoding="utf-8-sig", newline="") as f:
        return list(csv.reader(f))[1:]


def check_modes(report):
    for where, folders, names in os.walk(report):
        for name in names:
            mode = stat.S_IMODE(os.stat(os.path.join(where, name)).st_mode)
            check(mode == 0o600, f"{name}: mode {mode:o}, not 600")
        mode = stat.S_IMODE(os.stat(where).st_mode)
        check(mode == 0o700, f"{where}: mode {mode:o}, not 700")


def check_manifest(report):
    manifest = json.load(open(os.path.join(report, "manifest.json"), encoding="utf-8"))
    listed = {}
    def walk(value):
        if isinstance(value, dict):
            if "sha256" in value and ("file" in value or "name" in value):
                listed[value.get("file", value.get("name"))] = value["sha256"]
            for v in value.values():
                walk(v)
        elif isinstance(value, list):
            for v in value:
                walk(v)
    walk(manifest.get("files", manifest))
    for name, data in tree(report).items():
        check(listed.get(name) == hashlib.sha256(data).hexdigest(), f"manifest.json: hash of {name}")


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return list(csv.reader(f))[1:]


def check_addressees(report):
    """Every exception but notices stands in exactly one file of departments/."""
    folder = os.path.join(report, "departments")
    if not os.path.isdir(folder):
        return
    found = [row[0] for name in os.listdir(folder) if name.endswith(".csv") for row in rows_of(os.path.join(folder, name))]
    wanted = [e["id"] for e in read_exceptions(report) if e["rule"] != "leaving-soon"]
    check(sorted(found) == sorted(wanted), "departments/ do not hold every exception once:", set(found) ^ set(wanted))


def check_inventory(report, summary):
    """Every account of every list stands in inventory/."""
    folder = os.path.join(report, "inventory")
    if os.path.isdir(folder):
        files = json.load(open(os.path.join(report, "manifest.json"), encoding="utf-8"))["inventory"]
        for s in summary["systems"]:
            rows = rows_of(os.path.join(report, files[s["name"]])) if s["name"] in files else []
            check(len(rows) == (s.get("accounts") or 0), s["name"], "has other accounts than its inventory:", len(rows))


def check_workbooks(report):
    """No cell of a workbook is a formula."""
    for where, _, names in os.walk(report):
        for name in names:
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(os.path.join(where, name)) as book:
                    for part in book.namelist():
                        check(b"<f>" not in book.read(part) and b"<f " not in book.read(part), name, part, "has a formula")


def check_report(report):
    for name in ("manifest.json", "summary.json"):
        check(os.path.exists(os.path.join(report, name)), f"no {name} in the report")
    check_modes(report)
    check_manifest(report)
    summary = json.load(open(os.path.join(report, "summary.json"), encoding="utf-8"))
    for kind in ("rosters", "systems", "licenses"):
        for s in summary.get(kind, []):
            if s.get("rows_read") is not None:
                check(s["rows_read"] == s["accepted"] + s["rejected"], "rows read ≠ accepted + rejected:", s)
    check_inventory(report, summary)
    check_workbooks(report)
    for s in summary.get("licenses", []):
        if s["assigned"] is None:
            continue  # no list was delivered
        parts = ("active", "never_used", "idle", "usage_unknown", "held_by_leavers", "held_by_unknown")
        check(s["assigned"] == sum(s[p] for p in parts), "assigned is not the sum of its parts:", s)
    if not os.path.exists(os.path.join(report, "exceptions.jsonl")):
        return
    check_addressees(report)
    found = read_exceptions(report)
    for e in found:
        check(list(e) == KEYS, "keys:", list(e))
        check(re.fullmatch(r"x[0-9a-f]{15}", e["id"]), "id:", e["id"])
    check(len({e["id"] for e in found}) == len(found), "two exceptions have one id")
    order = [(SEVERITIES.index(e["severity"]), e["rule"].encode(), e["target"].encode(), (e["subject"] or "").encode()) for e in found]
    check(order == sorted(order), "exceptions.jsonl is not sorted by severity, rule, target, subject")


def fact(e, key):
    if key.startswith("evidence."):
        return e["evidence"].get(key[9:])
    if key == "matched_by":
        return e["evidence"].get("matched_by")
    if key == "line":
        return (e["source"] or {}).get("line")
    if key == "file":
        return (e["source"] or {}).get("file")
    return e[key]


def text_of(value):
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(map(text_of, value)) if isinstance(value, list) else "" if value is None else str(value)


def expect_exceptions(report, rules, lines):
    found = {(e["rule"], e["target"], e["subject"] or ""): e for e in read_exceptions(report) if not rules or e["rule"] in rules}
    wanted = {}
    for line in lines:
        if not line.strip():
            continue
        cells = re.split(r"\t| {2,}", line.strip())
        facts = [c for c in cells[2:] if re.match(r"[a-z_.0-9]+=", c)]
        rest = [c for c in cells[2:] if c not in facts]
        wanted[(cells[0], cells[1], rest[0] if rest else "")] = [c for f in facts for c in re.split(r" (?=[a-z_.0-9]+=)", f)]
    missing, extra = sorted(set(wanted) - set(found)), sorted(set(found) - set(wanted))
    check(not missing and not extra, "\n".join(["exceptions differ:"] + [f"  missing    {m}" for m in missing] + [f"  unexpected {x} {found[x]['message']}" for x in extra]))
    for key, facts in wanted.items():
        for f in facts:
            name, _, value = f.partition("=")
            check(text_of(fact(found[key], name)) == value, key, f"{name} is {text_of(fact(found[key], name))!r}, not {value!r}")


def expect_issues(report, lines, exactly):
    """issues.csv is read by position: source, file, line, column, value, problem, done, name."""
    found = [f"{row[1]}:{row[2]} {row[-1]} {row[3]}" for row in read_issues(report)]
    left = list(found)
    for line in (l.strip() for l in lines if l.strip()):
        hit = next((f for f in left if f.strip() == line or f.startswith(line + " ")), None)
        check(hit, "issue missing:", line, "\nfound:", *[f"\n  {f}" for f in found])
        left.remove(hit)
    check(not exactly or not left, "unexpected issues:", *[f"\n  {f}" for f in left])


def expect_summary(report, lines):
    summary = json.load(open(os.path.join(report, "summary.json"), encoding="utf-8"))
    for line in (l.strip() for l in lines if l.strip()):
        path, _, value = line.partition(" == ")
        at = summary
        for step in re.findall(r"[^.\[\]]+", path):
            at = at[int(step)] if isinstance(at, list) else at[step]
        check(at == json.loads(value), f"summary {path} is {json.dumps(at, ensure_ascii=False)}, not {value}")


def expect_texts(what, text, lines, negate=False):
    for line in (l.rstrip("\n") for l in lines if l.strip()):
        check((line in text) != negate, f"{what}: {'must not contain' if negate else 'does not contain'}: {line}\n{text}")


def expect(story, turn, report, out, err):
    for name, options, lines in story["expect"]:
        words = name.split()[1:]
        if turn_of(options) != turn:
            continue
        if words[0] == "exceptions":
            expect_exceptions(report, words[2:], lines)
        elif words == ["issues"] or words == ["some", "issues"]:
            expect_issues(report, lines, words[0] == "issues")
        elif words == ["summary"]:
            expect_summary(report, lines)
        elif words == ["files"]:
            found, wanted = sorted(os.listdir(report)), sorted(l.strip() for l in lines if l.strip())
            check(found == wanted, f"the report holds {found}, not {wanted}")
        elif words[0] == "same":
            a, b = (tree(os.path.join(os.path.dirname(report), w)) for w in words[1:])
            check(a and b and sorted(a) == sorted(b), f"{words[1:]} do not hold the same files: {sorted(a or [])} {sorted(b or [])}")
            check(a == b, "these differ:", [name for name in a if a[name] != b[name]])
        elif words == ["exactly", "stdout"]:
            wanted = content(options, lines).decode()
            check(out == wanted, f"stdout is\n{out}not\n{wanted}")
        elif words[:2] == ["no", "file"]:
            expect_texts(words[2], open(os.path.normpath(os.path.join(report, words[2])), encoding="utf-8-sig", newline="").read(), lines, True)
        elif words[0] == "file":
            expect_texts(words[1], open(os.path.normpath(os.path.join(report, words[1])), encoding="utf-8-sig", newline="").read(), lines)
        elif words[-1] in ("stdout", "stderr"):
            expect_texts(words[-1], out if words[-1] == "stdout" else err, lines, words[0] == "no")
        else:
            raise Failure(f"unknown expectation: {name}")


def report_of(folder, words):
    if "--out" in words:
        return os.path.join(folder, words[words.index("--out") + 1])
    return os.path.join(folder, os.path.dirname(words[words.index("-c") + 1]) if "-c" in words else "", "report")


def with_ids(words, report):
    """{rule target subject} becomes the exception's id."""
    def the_id(match):
        wanted = tuple((match[1].split(" ", 2) + [""])[:3])
        ids = [e["id"] for e in read_exceptions(report) if (e["rule"], e["target"], e["subject"] or "") == wanted]
        check(ids, "no such exception in the report:", *wanted)
        return ids[0]
    return [re.sub(r"^\{(\S+ \S+(?: .*)?)\}$", the_id, w) for w in words]


def check_folder(folder, words, before, report, code):
    """Only run, report and init write, and only what they are for: nothing half-written stays about."""
    may_appear = {"tenko.yaml", "register"} if words[:1] == ["init"] else {os.path.relpath(report, folder).split("/")[0]} if words[:1] in (["run"], ["report"]) else set()
    if words[:1] == ["report"] and "--out" not in words and code < 2:
        may_appear = {name for name in os.listdir(folder) if re.fullmatch(r"report-\d+", name)}
    if words[:1] == ["run"] and code < 2 and not {"--no-ledger", "--roster"} & set(words):
        may_appear.add("tenko.db")
    appeared = set(os.listdir(folder)) - before - may_appear
    check(not appeared, f"{words} left {appeared}")


def play_all(tenko, story, threads, environment, with_expectations):
    folder = tempfile.mkdtemp(prefix="tenko-story-")
    try:
        lay_out(story, folder, 0)
        runs = 0
        for words, status, manners in story["commands"]:
            runs += words[:1] == ["run"]
            if words[:1] == ["run"]:
                lay_out(story, folder, runs)
            if words[:1] == ["!"]:
                subprocess.run(words[1:], cwd=folder, check=True, timeout=60)
                continue
            report = report_of(folder, words)
            before, names = tree(report, True), set(os.listdir(folder))
            code, out, err = play(tenko, folder, with_ids(words, report), manners, threads, environment)
            check(code == status, f"{words}: exit {code}, not {status}\n{out}{err}")
            check_folder(folder, words, names, report, code)
            if code > 1:
                check(tree(report, True) == before, "a failed command changed the report")
                check(err.strip(), "a failed command said nothing")
            elif words[:1] == ["run"] and "--help" not in words:
                check_report(report)
            if with_expectations and words[:1] == ["run"]:
                expect(story, runs, report, out, err)
        if with_expectations:
            expect(story, 0, report, out, err)
        # the head of the ledger knows the clock
        out = re.sub(r"\b[0-9a-f]{64}\b|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", "(clock)", out)
        return tree(report), out, err
    finally:
        for where, _, _ in os.walk(folder):
            os.chmod(where, 0o700)
        shutil.rmtree(folder)


def main():
    tenko, path = os.path.abspath(sys.argv[1]), sys.argv[2]
    try:
        story = parse(path)
        first = play_all(tenko, story, 1, {"LC_ALL": "C", "TZ": "UTC"}, True)
        again = play_all(tenko, story, 3, {"LC_ALL": "ja_JP.UTF-8", "TZ": "Pacific/Kiritimati"}, False)
        check(first == again, "threads, time zone or locale changed the result")
    except Failure as why:
        print(f"{path}: {why}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
