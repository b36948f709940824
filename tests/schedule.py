#!/usr/bin/env python3
"""Runs by a timer: quiet unless something is new, exit statuses for monitoring, two runs at once, figures in the OpenMetrics text
format, and the mail, which holds counts and no names.

    schedule.py TENKO SOURCE
"""
import os, re, sqlite3, subprocess, sys, tempfile

tenko, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
faults = []
SOUND = [(f"k{n}", n) for n in range(1, 6)]


def expect(is_so, what):
    if not is_so:
        faults.append(what)


def run(*words, **env):
    return subprocess.run([tenko, "run", *words], capture_output=True, text=True, env={**os.environ, "TENKO_LANG": "en", **env})


def write(name, text):
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)


def office(accounts):
    """A roster, and a system with these accounts; the name of the system is as awkward as a label may be."""
    write("staff.csv", "職員番号,氏名\n" + "".join(f"{n},山田　{'一二三四五'[n - 1]}\n" for n in range(1, 6)))
    write("tax.csv", "利用者ID,職員番号,氏名\n" + "".join(f"{user},{person},\n" for user, person in accounts))
    write("tenko.yaml", 'language: en\nrosters: [{name: 職員, source: staff.csv, exported_on: 2026-03-20}]\n'
                        'systems: [{name: "税\\\\務 \\"甲\\"", owner: 税務課, source: tax.csv, exported_on: 2026-03-30}]\n'
                        "rules: {system-owner-unknown: {enabled: false}}\n")


# --- The text format of OpenMetrics (a checker of our own) ---

NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
LABELS = r'(?:\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"(?:,(?=[a-zA-Z_])|(?=\})))*\})?'
NUMBER = r"[-+]?(?:\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|Inf|NaN)"


def check_metrics(text):
    """{name and labels: value}; what is wrong goes to faults."""
    expect(text.endswith("# EOF\n") and text.count("# EOF") == 1, "metrics: # EOF is not the end")
    expect("\r" not in text and "\n\n" not in text, "metrics: a line that is empty or ends with CR")
    families, family, samples = {}, None, {}
    for line in text.splitlines()[:-1]:
        about = re.fullmatch(rf"# (TYPE|UNIT|HELP) ({NAME}) (.*)", line)
        if about:
            kind, name, value = about.groups()
            if name != family:
                expect(name not in families, f"metrics: the family {name} is torn apart")
                family = name
                families[name] = {"samples": 0}
            expect(kind not in families[name] and not families[name]["samples"], f"metrics: {kind} of {name} twice or too late")
            families[name][kind] = value
            continue
        sample = re.fullmatch(rf"({NAME})({LABELS}) ({NUMBER})", line)
        if not sample:
            faults.append(f"metrics: not a sample: {line}")
            continue
        name, labels, value = sample.groups()
        expect(name == family, f"metrics: {name} does not belong to {family}")
        expect(name + labels not in samples, f"metrics: {name + labels} stands twice")
        samples[name + labels] = float(value)
        families.setdefault(name, {"samples": 0})["samples"] += 1
    for name, about in families.items():
        expect(about.get("TYPE") == "gauge" and about.get("HELP"), f"metrics: {name} has no type or help")
        expect("UNIT" not in about or name.endswith("_" + about["UNIT"]), f"metrics: {name} does not end with its unit")
    return samples


def quiet_runs():
    office(SOUND)
    # Nothing is wrong: nothing is said, from the first run on.
    first = run("--quiet", "--metrics", "metrics.prom", "--as-of", "2026-03-31")
    expect((first.returncode, first.stdout, first.stderr) == (0, "", ""), f"a quiet run without exceptions: {first}")
    office([*SOUND, ("k9", "")])
    new = run("--quiet", "--as-of", "2026-03-31")
    expect(new.returncode == 0 and "orphan-account" in new.stdout, f"a new exception is not said: {new}")
    expect("山田" not in new.stdout and "k9" not in new.stdout, "the output of a run names people")
    again = run("--quiet", "--metrics", "metrics.prom", "--as-of", "2026-04-01")
    expect((again.returncode, again.stdout, again.stderr) == (0, "", ""), f"what is known is said again: {again}")
    # It goes, and comes again: news.
    office(SOUND)
    expect(run("--quiet", "--as-of", "2026-04-02").returncode == 0, "the run without it")
    office([*SOUND, ("k9", "")])
    back = run("--quiet", "--as-of", "2026-04-03", "--metrics", "metrics.prom")
    expect("orphan-account" in back.stdout, f"what came again is not said: {back}")


def statuses():
    """For monitoring: 0 and 1 judged, 2, 3 and 4 did not."""
    expect(run("--quiet", "--fail-on", "high", "--as-of", "2026-04-03").returncode == 1, "--fail-on high with an orphan is not 1")
    expect(run("--quiet", "--fail-on", "critical", "--as-of", "2026-04-03").returncode == 0, "--fail-on critical with an orphan is not 0")
    expect(run("--quiet", "--fail-on", "nothing").returncode == 2, "wrong usage is not 2")
    os.rename("tax.csv", "away.csv")
    missing = run("--quiet", "--metrics", "failed.prom")
    expect(missing.returncode == 3 and "tax.csv" in missing.stderr, f"a list that is missing is not 3: {missing}")
    expect(not os.path.exists("failed.prom"), "figures of a run that judged nothing")
    os.rename("away.csv", "tax.csv")
    full = run("--quiet", "--metrics", "no/such/folder.prom", "--as-of", "2026-04-03")
    expect(full.returncode == 4, f"figures that cannot be written are not 4: {full}")


def two_at_once():
    """The second one waits, and runs when the first has let go."""
    holder = sqlite3.connect("tenko.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    second = subprocess.Popen([tenko, "run", "--quiet", "--as-of", "2026-04-03"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        second.wait(timeout=2)
        faults.append("a second run does not wait")
    except subprocess.TimeoutExpired:
        pass
    holder.execute("COMMIT")
    out, err = second.communicate(timeout=60)
    expect(second.returncode == 0, f"a second run that waited: {second.returncode} {out} {err}")


def figures():
    with open("metrics.prom", encoding="utf-8") as file:
        samples = check_metrics(file.read())
    system = r'kind="system",name="税\\務 \"甲\""'
    for name, value in (
        ('tenko_exceptions{rule="orphan-account",severity="high"}', 1),
        ('tenko_exceptions_life{life="reopened"}', 1),
        ('tenko_exceptions_life{life="new"}', 0),
        ("tenko_list_age_days{%s}" % system, 4),  # 30 March to 3 April
        ('tenko_list_age_days{kind="roster",name="職員"}', 14),  # 20 March to 3 April
    ):
        expect(samples.get(name) == value, f"metrics: {name} is {samples.get(name)}, not {value}")
    expect(0 < samples.get("tenko_run_seconds", 0) < 60, "metrics: no tenko_run_seconds")
    expect(samples.get("tenko_last_run_timestamp_seconds", 0) > 1.7e9, "metrics: no time of the run")


def mail(*words, **env):
    for name in ("mail.txt", "to.txt"):
        if os.path.exists(name):
            os.unlink(name)
    said = subprocess.run(["sh", os.path.join(source, "schedule/mail-report"), *words], capture_output=True, text=True,
                          env={**os.environ, "SENDMAIL": os.path.abspath("sendmail"), "OUT": os.getcwd(), **env})
    expect(said.returncode == 0, f"mail-report: {said}")
    return open("mail.txt", encoding="utf-8").read() if os.path.exists("mail.txt") else ""


def mails():
    write("sendmail", '#!/bin/sh\necho "$@" >"$OUT/to.txt"\ncat >"$OUT/mail.txt"\n')
    os.chmod("sendmail", 0o755)
    text = mail(os.getcwd(), "it@city.example", "chief@city.example")
    expect("Subject: Tenko: 0 new exceptions, 1 reopened\n" in text, f"mail: the subject: {text!r}")
    expect("high      1\n" in text and "critical  0\n" in text, f"mail: the counts: {text!r}")
    expect(f"{os.getcwd()}/report/index.html" in text, "mail: the path")
    expect(open("to.txt").read() == "-i -- it@city.example chief@city.example\n", "mail: the addresses")
    head, _, body = text.partition("\n\n")
    expect(head.count("\n") == 5 and body, f"mail: the head: {head!r}")
    for secret in ("山田", "k9", "k1", "税", "orphan"):  # the folder's name is random, and k9 may stand in it
        expect(secret not in text.replace(os.getcwd(), ""), f"mail: {secret} stands in it")
    # Nothing new: no mail, unless it is asked for.
    run("--quiet", "--metrics", "metrics.prom", "--as-of", "2026-04-04")
    expect(mail(os.getcwd(), "it@city.example") == "", "a mail of nothing new")
    expect("0 new" in mail("-a", os.getcwd(), "it@city.example"), "no mail with -a")
    expect(mail(os.getcwd()) == "", "a mail to nobody")
    failed = mail(os.getcwd(), TENKO_MAIL_TO="it@city.example", MONITOR_EXIT_STATUS="3")
    expect("Subject: Tenko: the run failed (3)\n" in failed and "Exit status 3" in failed, f"mail: of a run that failed: {failed!r}")


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    quiet_runs()
    figures()
    mails()
    statuses()
    two_at_once()
    os.chdir("/")
print("\n".join(faults) if faults else "schedule: quiet, figures, mail and statuses are as said", file=sys.stderr if faults else sys.stdout)
sys.exit(1 if faults else 0)
