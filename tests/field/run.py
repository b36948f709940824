#!/usr/bin/env python3
"""Plays one field case: what people and products really write.   run.py TENKO CASE-FOLDER PENDING-FILE

A case is a folder of input files with a right.md, whose block holds command lines of tenko and what must hold after each;
the README beside the cases says how it is read. The case is played in a copy, so nothing is ever written beside it.
PENDING-FILE lists cases that are not right yet, each with its reason: such a case is skipped with its reason while it
fails, and fails once it comes out right, so that the list stays true.

Exit 0: right; 1: not right; 77: skipped, said in a word.
"""
import csv, json, os, re, shlex, shutil, subprocess, sys, tempfile

import servers

SKIPPED = 77


class Failure(Exception):
    pass


def check(ok, *what):
    if not ok:
        raise Failure(" ".join(str(w) for w in what))


class Outcome:
    """What one command line left behind."""

    def __init__(self, folder, report, code, out, err):
        self.folder, self.report, self.code, self.out, self.err = folder, report, code, out, err
        self.exceptions, self.issues, self.summary = [], [], {}
        if os.path.isdir(report):
            self.exceptions = [json.loads(line) for line in self.read("exceptions.jsonl").splitlines()]
            self.issues = list(csv.reader(self.read("issues.csv").splitlines()))[1:]
            self.summary = json.loads(self.read("summary.json"))

    def read(self, name):
        with open(os.path.join(self.report, name), encoding="utf-8-sig", newline="") as f:
            return f.read()

    def of(self, rule, target):
        return [e for e in self.exceptions if e["rule"] == rule and e["target"] == target]

    def subjects(self, rule, target):
        return [e["subject"] or "" for e in self.of(rule, target)]

    def figures(self, kind, name):
        found = [s for s in self.summary.get(kind, []) if s["name"] == name]
        check(found, f"summary.json has no {kind} {name}")
        return found[0]


def fits(wanted, subject):
    return re.fullmatch(wanted[3:], subject) is not None if wanted.startswith("re:") else wanted == subject


# --- what must hold; each takes the outcome and the words behind its own ---


def must(o, rule, target, *subjects):
    found = o.subjects(rule, target)
    for wanted in subjects:
        check(any(fits(wanted, s) for s in found), "missing:", rule, target, wanted)


def never(o, rule, target, *subjects):
    for s in o.subjects(rule, target):
        check(not any(wanted == "*" or fits(wanted, s) for wanted in subjects), "unexpected:", rule, target, s)


def only(o, rule, target, *subjects):
    must(o, rule, target, *subjects)
    for s in o.subjects(rule, target):
        check(any(fits(wanted, s) for wanted in subjects), "unexpected:", rule, target, s)


def truth(o, name, *rules):
    with open(os.path.join(o.folder, name), encoding="utf-8-sig") as f:
        wanted = {tuple((line.rstrip("\r\n").split("\t") + [""])[:3]) for line in f if line.strip()}
    wanted = {w for w in wanted if w[0] in rules}
    found = {(e["rule"], e["target"], e["subject"] or "") for e in o.exceptions if e["rule"] in rules}
    differences = [f"missing {w}" for w in sorted(wanted - found)] + [f"unexpected {w}" for w in sorted(found - wanted)]
    check(not differences, f"{name}:", *[f"\n    {d}" for d in differences])


def lines(o, rule, target, subject):
    return [json.dumps(e, ensure_ascii=False) for e in o.of(rule, target) if fits(subject, e["subject"] or "")]


def line(o, rule, target, subject, pattern):
    check(any(re.search(pattern, l) for l in lines(o, rule, target, subject)), "line:", rule, target, subject, pattern)


def noline(o, rule, target, subject, pattern):
    check(not any(re.search(pattern, l) for l in lines(o, rule, target, subject)), "noline:", rule, target, subject, pattern)


def issues(o, name, number="-", *patterns):
    numbers = None if number == "-" else number.split("|")
    for row in o.issues:
        if name not in ("-", row[1], os.path.basename(row[1])) or (numbers and row[2] not in numbers):
            continue
        if all(p == "-" or any(re.search(p, cell) for cell in row) for p in patterns):
            yield row


def issue(o, *words):
    check(any(issues(o, *words)), "issue missing:", *words)


def noissue(o, *words):
    check(not any(issues(o, *words)), "unexpected issue:", *words, next(issues(o, *words), ""))


def number(value):
    return "" if value is None else str(value)


def figure(o, name, key, value):
    found = number(o.figures("licenses", name).get(key))
    check(found == value, f"license {name}: {key} is {found}, not {value}")


def system(o, name, key, value):
    found = number(o.figures("systems", name).get(key))
    check(found == value, f"system {name}: {key} is {found}, not {value}")


def unevaluated(o, rule, target):
    for kind in ("rosters", "systems", "licenses"):
        for s in o.summary.get(kind, []):
            names = [r["rule"] if isinstance(r, dict) else r for r in s.get("rules_not_evaluated", [])]
            if s["name"] == target and (rule in names or s.get("not_judged", {}).get(rule, 0) > 0):
                return
    raise Failure(f"the coverage calls {rule} evaluated for {target}")


def exit_status(o, status):
    check(o.code == int(status), f"exit {o.code}, not {status}\n{o.err}")


def stderr(o, pattern):
    check(re.search(pattern, o.err), f"stderr does not fit {pattern}:\n{o.err}")


def nostderr(o, pattern):
    check(not re.search(pattern, o.err), f"stderr fits {pattern}:\n{o.err}")


def stdout(o, pattern):
    check(re.search(pattern, o.out), f"stdout does not fit {pattern}:\n{o.out}")


def file(o, name, pattern):
    check(re.search(pattern, o.read(name), re.M), f"{name} does not fit {pattern}")


def nofile(o, name, pattern):
    check(not re.search(pattern, o.read(name), re.M), f"{name} fits {pattern}")


def noreport(o):
    check(not os.path.exists(o.report), "a report was written")


def either(o, *words):
    """A ; B || C: A and B, or C."""
    failures = []
    for choice in split(words, "||"):
        try:
            for statement in split(choice, ";"):
                hold(o, statement)
            return
        except Failure as why:
            failures.append(str(why))
    raise Failure("none of these holds: " + " || ".join(failures))


def wish(o, *words):
    """Best, but nothing that users were promised: no test needs it."""


STATEMENTS = {f.__name__: f for f in (must, never, only, truth, line, noline, issue, noissue, figure, system, unevaluated,
                                      stderr, nostderr, stdout, file, nofile, noreport, either, wish)}
STATEMENTS["exit"] = exit_status


def split(words, separator):
    parts = [[]]
    for word in words:
        parts.append([]) if word == separator else parts[-1].append(word)
    return [p for p in parts if p]


def hold(o, words):
    check(words[0] in STATEMENTS, "unknown in right.md:", words[0])
    STATEMENTS[words[0]](o, *words[1:])


# --- the case ---


def parse(path):
    """The steps of right.md: [command line, statements]."""
    steps, is_block = [], False
    with open(path, encoding="utf-8") as f:
        for text in f:
            if text.startswith("```"):
                is_block = not is_block
            elif is_block and text.startswith("$ "):
                steps.append((shlex.split(text[1:]), []))
            elif is_block and text.strip():
                steps[-1][1].append(shlex.split(text))
    return steps


def names_exit(statements):
    return any(words[0] == "exit" or (words[0] == "either" and "exit" in words) for words in statements)


def play(tenko, folder, out, command):
    words = [tenko] + command
    if command[0] == "run":
        words += ["--out", out, "--no-ledger"]
    env = {"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    env.update({k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")})
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, timeout=300)
    err = done.stderr.decode("utf-8", "replace")
    check(done.returncode >= 0 and "Sanitizer" not in err, "crashed:", done.returncode, err)
    return Outcome(folder, out, done.returncode, done.stdout.decode("utf-8", "replace"), err)


def play_case(tenko, case, work):
    """Returns what is wrong, step by step."""
    steps = parse(os.path.join(case, "right.md"))
    if not steps:
        raise servers.Skip("right.md has no steps: a story of its own holds it")
    folder = os.path.join(work, "case")
    shutil.copytree(case, folder, copy_function=shutil.copyfile)
    wrong = []
    with servers.start_servers(folder):
        for i, (command, statements) in enumerate(steps):
            outcome = play(tenko, folder, os.path.join(work, f"report{i}"), command)
            for words in statements if names_exit(statements) else [["exit", "0"]] + statements:
                try:
                    hold(outcome, words)
                except Failure as why:
                    wrong.append(f"$ {' '.join(command)}: {why}")
    return wrong


def pending_reason(path, case):
    with open(path, encoding="utf-8") as f:
        for text in f:
            name, _, reason = text.strip().partition(": ")
            if name == case:
                return reason
    return None


def main():
    tenko, case, pending = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3]
    name = os.path.basename(case)
    if not os.path.isdir(case):
        print(f"{name}: skipped: the field cases are not here")
        return SKIPPED
    work = tempfile.mkdtemp(prefix="tenko-field-")
    try:
        wrong = play_case(tenko, case, work)
    except servers.Skip as why:
        print(f"{name}: skipped: {why}")
        return SKIPPED
    except Failure as why:
        wrong = [str(why)]
    finally:
        shutil.rmtree(work)
    for what in wrong:
        print(f"{name}: {what}")
    reason = pending_reason(pending, name)
    if reason is None:
        return 1 if wrong else 0
    print(f"{name}: skipped: not right yet: {reason}" if wrong else f"{name}: comes out right: take it off {pending}")
    return SKIPPED if wrong else 1


if __name__ == "__main__":
    sys.exit(main())
