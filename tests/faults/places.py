#!/usr/bin/env python3
"""Where a report lies, and what others do there meanwhile: folders that everybody may write to, a folder exchanged for a forged
one, file systems that cannot exchange or lock, what cannot be removed, lists that cannot be looked at or change while they are read, a clock that is wrong.

    places.py TENKO PRELOAD
"""
import json, os, resource, shutil, signal, subprocess, sys, tempfile

import project

OLD, NEW = "2026-04-01", "2026-05-01"
EIO, EACCES, EEXIST, EINVAL, EMFILE, ENOLCK, ENOSYS = 5, 13, 17, 22, 24, 37, 38
TENKO = PRELOAD = None


def start(folder, *words, fault="", clock="", **more):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("TENKO")} | {"TENKO_LANG": "en"}
    if fault or clock:
        environment |= {"LD_PRELOAD": PRELOAD, "TENKO_FAULT": fault, "TENKO_FAULT_CLOCK": clock}
    return subprocess.Popen([TENKO, *words], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)


def tenko(folder, *words, **more):
    run = start(folder, *words, **more)
    out, err = run.communicate()
    return run.returncode, out + err


def run(folder, day, *words, **more):
    return tenko(folder, "run", "--as-of", day, *words, **more)


def stopped(folder, fault, act, *words):
    """A run that stops at a call until `act` is done."""
    process = start(folder, "run", "--as-of", NEW, *words, fault=fault)
    _, status = os.waitpid(process.pid, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        process.returncode = os.waitstatus_to_exitcode(status)
        return None, "".join(process.communicate())
    act()
    process.send_signal(signal.SIGCONT)
    out, err = process.communicate()
    return process.returncode, out + err


def day(folder):
    return project.day_of(os.path.join(folder, "report"))


def with_report(*words):
    """A project with an old report."""
    folder = tempfile.mkdtemp()
    project.write(folder, 1)
    assert run(folder, OLD, *words)[0] == 0
    return folder


def open_parents():
    folder = with_report("--no-ledger")
    os.chmod(folder, 0o777)
    code, said = run(folder, NEW, "--no-ledger")
    assert code == 4 and "everybody may write" in said and day(folder) == OLD, said
    os.chmod(folder, 0o1777)
    assert run(folder, NEW, "--no-ledger")[0] == 0 and day(folder) == NEW
    os.chmod(folder, 0o700)
    shutil.rmtree(folder)


def forged():
    """Another directory in the place of the one that was written, just before the exchange."""
    folder = with_report("--no-ledger")

    def forge():
        name = project.beside(folder)[0]
        os.rename(os.path.join(folder, name), os.path.join(folder, "taken"))
        os.mkdir(os.path.join(folder, name))
        with open(os.path.join(folder, name, "exceptions.csv"), "w") as f:
            f.write("nothing to see\n")
    code, said = stopped(folder, "exchange:1:s19", forge, "--no-ledger")
    assert code == 4 and "exchanged" in said, f"exit {code}: {said}"
    assert day(folder) == OLD, "the forged report was installed"
    assert os.path.exists(os.path.join(folder, project.beside(folder)[0], "exceptions.csv")), "somebody else's folder was removed"
    shutil.rmtree(folder)


def without_exchange():
    """Two renames do it, and a kill between them is put right by the next run, also one that is refused."""
    for error in (EINVAL, ENOSYS):
        folder = with_report("--no-ledger")
        never = f"exchange:0:{error}"
        assert run(folder, NEW, "--no-ledger", fault=never)[0] == 0 and day(folder) == NEW and not project.beside(folder)
        assert run(folder, OLD, "--no-ledger", fault=never + ",rename:3:s9")[0] == -9
        assert not os.path.exists(os.path.join(folder, "report")), "the kill came too late to show anything"
        os.rename(os.path.join(folder, "roster.csv"), os.path.join(folder, "away"))
        assert run(folder, OLD, "--no-ledger", fault=never)[0] == 3 and day(folder) == NEW, "the old report did not come back"
        os.rename(os.path.join(folder, "away"), os.path.join(folder, "roster.csv"))
        assert run(folder, OLD, "--no-ledger", fault=never)[0] == 0 and day(folder) == OLD and not project.beside(folder)
        shutil.rmtree(folder)


def without_exchange_with_ledger():
    folder = with_report()
    never = f"exchange:0:{EINVAL}"
    assert run(folder, NEW, fault=never + ",rename:3:s9")[0] == -9
    assert not os.path.exists(os.path.join(folder, "report"))
    os.rename(os.path.join(folder, "roster.csv"), os.path.join(folder, "away"))
    assert run(folder, "2026-06-01", fault=never)[0] == 3
    assert day(folder) in (OLD, NEW), "no report came back"
    os.rename(os.path.join(folder, "away"), os.path.join(folder, "roster.csv"))
    assert run(folder, "2026-06-01", fault=never)[0] == 0 and day(folder) == "2026-06-01" and not project.beside(folder)
    code, said = tenko(folder, "verify")
    assert code == 0, said
    shutil.rmtree(folder)


def staged_stays():
    """A run without ledger leaves what a run with one has staged; the next run with ledger puts it in place."""
    folder = with_report()
    assert run(folder, NEW, fault="exchange:1:s9")[0] == -9
    staged = project.beside(folder)
    assert len(staged) == 1 and day(folder) == OLD
    assert run(folder, "2026-03-01", "--no-ledger")[0] == 0 and day(folder) == "2026-03-01"
    assert project.beside(folder) == staged, "the staged report of a run in the ledger was cleared"
    os.rename(os.path.join(folder, "roster.csv"), os.path.join(folder, "away"))
    os.mkdir(os.path.join(folder, "roster.csv"))
    assert run(folder, "2026-06-01")[0] == 3
    os.rmdir(os.path.join(folder, "roster.csv"))
    os.rename(os.path.join(folder, "away"), os.path.join(folder, "roster.csv"))
    assert run(folder, "2026-06-01")[0] == 0 and day(folder) == "2026-06-01" and not project.beside(folder)
    assert tenko(folder, "verify")[0] == 0
    shutil.rmtree(folder)


def not_removed():
    folder = with_report("--no-ledger")
    code, said = run(folder, NEW, "--no-ledger", "--format", "csv", fault=f"unlink:1+:{EACCES}")
    assert code == 0 and day(folder) == NEW, f"exit {code}: {said}"
    left = project.beside(folder)
    assert len(left) == 1 and left[0] in said, f"what was left is not said: {said}"
    assert run(folder, OLD, "--no-ledger")[0] == 0 and not project.beside(folder)
    shutil.rmtree(folder)


def without_locks():
    folder = with_report("--no-ledger")
    code, said = run(folder, NEW, fault=f"lock:0:{ENOLCK}")
    assert code == 4 and "no locks" in said and day(folder) == OLD, f"exit {code}: {said}"
    assert not os.path.exists(os.path.join(folder, "tenko.db")), "an empty ledger was left"
    assert run(folder, NEW, "--no-ledger", fault=f"lock:0:{ENOLCK}")[0] == 0 and day(folder) == NEW
    shutil.rmtree(folder)


def silent_pipe():
    """A configuration that nobody writes is not waited for for ever; one that comes through a pipe is read."""
    folder = with_report("--no-ledger")
    pipe = os.path.join(folder, "pipe")
    os.mkfifo(pipe)
    code, said = tenko(folder, "verify", "-c", "pipe")
    assert code == 2 and "nobody writes into this pipe" in said, f"exit {code}: {said}"
    shutil.rmtree(folder)


def first_look_fails():
    """What a list is, its first bytes tell: where they cannot be read that is said, and not that a workbook is no text."""
    folder = with_report("--no-ledger")
    shutil.copy(os.path.join(folder, "report", "inventory", "s0.xlsx"), os.path.join(folder, "book.xlsx"))
    words = [["peek", "book.xlsx"], ["peek", "s0.csv"], ["check", "--roster", "roster.csv", "--system", "s0=book.xlsx"]]
    for kind, error, reason in (("open", EMFILE, "Too many open files"), ("read", EIO, "Input/output error"), ("stat", EIO, "Input/output error")):
        refused = 0
        for n in range(1, 13):
            for command in words:
                code, said = tenko(folder, *command, fault=f"{kind}:{n}:{error}")
                assert code in (0, 3) and (code == 0 or reason in said), f"{command} {kind}:{n}: exit {code}: {said}"
                refused += code == 3
        assert refused > 3, f"{kind}: hardly any call was hit"
    shutil.rmtree(folder)


def few_descriptors():
    """However few files may be open: a report is whole, what failed is said, and is not said to be somebody else's doing."""
    folder = with_report()
    ends = set()
    for most in range(4, 26):
        for words in (["run", "--as-of", NEW], ["run", "--as-of", NEW, "--no-ledger", "--threads", "2"], ["review", "export"]):
            copy = folder + ".few"
            shutil.copytree(folder, copy)
            code, said = tenko(copy, *words, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (most, most)))
            ends.add(code)
            assert code == 0 or (code == 4 and ("Too many open files" in said or "tenko.db" in said)), f"{words} with {most}: exit {code}: {said}"
            assert day(copy) == (NEW if code == 0 and words[0] == "run" else OLD), f"{words} with {most}"
            assert all(left in said for left in project.beside(copy)), f"{words} with {most}: left over: {said}"
            shutil.rmtree(copy)
    assert ends == {0, 4}, ends
    shutil.rmtree(folder)


def wrong_clock():
    """A day that no clock can mean is refused where the clock is asked; a day that somebody names is meant."""
    folder = with_report()
    for seconds, shown in (("-1000000", "1969-12-20"), ("946684799", "1999-12-31"), ("32503680000", "3000-01-01"), ("253402300800", "10000-01-01")):
        for words in (["run"], ["check"], ["review", "export"]):
            code, said = tenko(folder, *words, clock=seconds)
            assert code == 2 and f"clock says {shown}" in said and day(folder) == OLD, f"{words}: exit {code}: {said}"
        code, said = run(folder, OLD, "--no-ledger", "--out", "new", clock=seconds)
        assert code == 0, said
    for seconds in ("946684800", "32503679999"):
        code, said = tenko(folder, "run", "--no-ledger", "--out", "new", clock=seconds)
        assert code == 0, said
    code, said = run(folder, "1969-01-01", "--out", "new")
    assert code == 0 and project.day_of(os.path.join(folder, "new")) == "1969-01-01" and tenko(folder, "verify")[0] == 0, said
    shutil.rmtree(folder)


def sheet_stands():
    """A file in the place of a review's sheet is neither replaced nor taken for it: nothing is exported."""
    folder = with_report()
    os.mkdir(os.path.join(folder, "review"))
    sheet = os.path.join(folder, "review", "1-課1.csv")
    open(sheet, "w").write("not ours\n")
    code, said = tenko(folder, "review", "export")
    assert code == 4 and "stands there already" in said, f"exit {code}: {said}"
    assert os.listdir(os.path.join(folder, "review")) == ["1-課1.csv"] and open(sheet).read() == "not ours\n"
    assert tenko(folder, "verify")[0] == 0 and tenko(folder, "review", "status")[0] != 0, "a review was recorded"
    os.remove(sheet)
    assert tenko(folder, "review", "export")[0] == 0 and len(os.listdir(os.path.join(folder, "review"))) == 2
    shutil.rmtree(folder)


def sheet_comes():
    """A file that comes in the place of a sheet while it is written is not taken for it either; the next export writes what is missing."""
    folder = with_report()
    code, said = tenko(folder, "review", "export", fault=f"rename:0:{EEXIST}")
    assert code == 4 and "came meanwhile" in said and os.listdir(os.path.join(folder, "review")) == [], f"exit {code}: {said}"
    code, said = tenko(folder, "review", "export")
    assert code == 0 and len(os.listdir(os.path.join(folder, "review"))) == 2 and tenko(folder, "verify")[0] == 0, said
    shutil.rmtree(folder)


def without_proc():
    """A root directory of its own with program and libraries, and nothing mounted: a workbook says why it cannot be written."""
    if os.geteuid() != 0:
        return
    root = tempfile.mkdtemp()
    linked = subprocess.run(["ldd", TENKO], capture_output=True, text=True, check=True).stdout
    for path in [TENKO] + [word for word in linked.split() if word.startswith("/")]:
        there = root + (path if path != TENKO else "/tenko")
        os.makedirs(os.path.dirname(there), exist_ok=True)
        shutil.copy(path, there)
    os.makedirs(os.path.join(root, "work"))
    project.write(os.path.join(root, "work"), 1)
    words = ["chroot", root, "/tenko", "run", "-c", "/work/tenko.yaml", "--lang", "en", "--no-ledger", "--as-of", OLD]
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 4 and done.stderr.count("\n") == 1 and "/proc is not mounted" in done.stderr, done.stderr
    assert not project.beside(os.path.join(root, "work")) and not os.path.exists(os.path.join(root, "work", "report"))
    done = subprocess.run(words + ["--format", "csv,html"], capture_output=True, text=True)
    assert done.returncode == 0 and day(os.path.join(root, "work")) == OLD, done.stderr
    shutil.rmtree(root)


def changes_while_read(name, change):
    """The list changes at each read of the run: it is as before or as after in the report, or the run says so."""
    folder = with_report("--no-ledger")
    shutil.copy(os.path.join(folder, "report", "inventory", "s0.xlsx"), os.path.join(folder, "s1.xlsx"))
    if name == "s1.xlsx":
        with open(os.path.join(folder, "tenko.yaml"), "a") as f:
            f.write("  - {name: s1, owner: 課1, source: s1.xlsx}\n")
    path, noticed = os.path.join(folder, name), 0
    shutil.copy(path, path + ".before")
    for n in range(1, 60):
        shutil.copy(path + ".before", path)
        hashes = {project.sha256(path)}
        code, said = stopped(folder, f"read:{n}:s19", lambda: change(path), "--no-ledger", "--out", "new", "--format", "csv", "--threads", "1")
        if code is None:
            break
        hashes.add(project.sha256(path))
        if code == 3:
            assert name in said and "read again" in said, said
            noticed += 1
        else:
            assert code == 0, f"exit {code}: {said}"
            manifest = json.load(open(os.path.join(folder, "new", "manifest.json"), encoding="utf-8"))
            assert set(i["sha256"] for i in manifest["inputs"] if i["path"].endswith(name)) < hashes | {""}, manifest["inputs"]
            shutil.rmtree(os.path.join(folder, "new"))
    assert noticed, f"{name}: no change was noticed in {n} runs"
    shutil.rmtree(folder)
    return noticed


def append_row(path):
    with open(path, "a", encoding="utf-8") as f:
        f.write("u9999,00001,2025-01-01\n")


def touch_end(path):
    """Bytes behind the ZIP's end: a comment that nobody announced."""
    with open(path, "ab") as f:
        f.write(b"\0" * 64)


def main():
    global TENKO, PRELOAD
    TENKO, PRELOAD = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    project.PEOPLE = 20
    for trial in (open_parents, forged, without_exchange, without_exchange_with_ledger, staged_stays, not_removed, without_locks, silent_pipe, first_look_fails, few_descriptors, wrong_clock, sheet_stands, sheet_comes, without_proc):
        trial()
        print(trial.__name__)
    for name, change in (("s0.csv", append_row), ("s1.xlsx", touch_end)):
        print(f"{name} changes while it is read: noticed {changes_while_read(name, change)} times")


if __name__ == "__main__":
    sys.exit(main())
