#!/usr/bin/env python3
"""What a ledger may meet: no room at any write, files and folders that are read-only, files that are no ledger, newer or damaged
ones, two runs at once, a copy taken while a run writes. Each time exit 4 with a message that says what it is, or the run goes
well; the earlier report stands, and the ledger verifies.

    ledger_trials.py TENKO PRELOAD
"""
import json, os, resource, shutil, signal, sqlite3, subprocess, sys, tempfile, time

import project

OLD, NEW = "2026-04-01", "2026-05-01"
TENKO = PRELOAD = None


def start(folder, *words, fault="", wait="", child=None, user=None):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("TENKO")} | {"TENKO_LANG": "en"}
    if fault or wait:
        environment |= {"LD_PRELOAD": PRELOAD, "TENKO_FAULT": fault, "TENKO_FAULT_WAIT_MS": wait}
    return subprocess.Popen([TENKO, *words], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            preexec_fn=child, user=user)


def tenko(folder, *words, **more):
    process = start(folder, *words, **more)
    out, err = process.communicate()
    return process.returncode, out + err


def run(folder, day, **more):
    return tenko(folder, "run", "--as-of", day, **more)


def heads(folder):
    code, out = tenko(folder, "runs", "--format", "json")
    assert code == 0, out
    return [r["head"] for r in json.loads(out)]


def stands(folder, day=OLD, runs=1):
    """The report of the day, and a ledger of so many runs that verifies."""
    assert project.day_of(os.path.join(folder, "report")) == day, "another report"
    code, said = tenko(folder, "verify")
    assert code == 0, said
    assert len(heads(folder)) == runs, f"{len(heads(folder))} runs"
    left = [n for n in os.listdir(folder) if n.endswith("-journal")] + project.beside(folder)
    assert not left, f"left behind: {left}"


def with_run():
    folder = tempfile.mkdtemp()
    project.write(folder, 1)
    code, said = run(folder, OLD)
    assert code == 0, said
    return folder


def refused(folder, words, **more):
    code, said = run(folder, NEW, **more)
    assert code == 4 and all(w in said for w in words), f"exit {code}: {said}"
    assert len(said.strip().splitlines()) == 1, said


# --- Room ---

def no_room_in_steps():
    """No file may grow above a limit: the ledger's, the journal's or the report's, whichever comes first."""
    folder = with_run()
    ledger = os.path.getsize(os.path.join(folder, "tenko.db"))
    tried = 0
    for limit in [ledger * i // 16 for i in range(17)] + [ledger + 4096 * i for i in range(1, 4)]:
        def child():
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        code, said = run(folder, NEW, child=child)
        if code == 0:
            break
        assert code == 4 and len(said.strip().splitlines()) == 1, f"limit {limit}: exit {code}: {said}"
        stands(folder)
        tried += 1
    shutil.rmtree(folder)
    return f"{tried} limits"


def full_disk():
    """A disk of its own, as root: it fills up anywhere between the journal's first page and the report's last file."""
    if os.geteuid() != 0:
        return "not root: left out"
    folder = with_run()
    disk = os.path.join(folder, "disk")
    os.mkdir(disk)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk], capture_output=True).returncode != 0:
        os.rmdir(disk)
        shutil.rmtree(folder)
        return "no disk could be mounted"
    city, tried = os.path.join(disk, "city"), 0
    try:
        shutil.copytree(folder, city, ignore=shutil.ignore_patterns("disk"))
        used = os.statvfs(disk)
        used_kb = (used.f_blocks - used.f_bfree) * used.f_frsize // 1024
        for more in range(0, 2000, 40):
            subprocess.run(["mount", "-o", f"remount,size={used_kb + more}k", disk], check=True)
            code, said = run(city, NEW)
            if code == 0:
                break
            assert code == 4 and len(said.strip().splitlines()) == 1, f"{more} KB: exit {code}: {said}"
            subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
            stands(city)
            tried += 1
        assert tried, "the disk was never full"
    finally:
        subprocess.run(["umount", disk], check=True)
    shutil.rmtree(folder)
    return f"{tried} sizes of the disk"


# --- Permissions, as nobody, who is not root ---

def read_only():
    if os.geteuid() != 0:
        return "not root: left out"
    for what, mode in (("tenko.db", 0o400), (".", 0o500)):
        folder = with_run()
        for where, _, names in os.walk(folder):
            for name in [where] + [os.path.join(where, n) for n in names]:
                os.chown(name, 65534, 65534)
        os.chmod(os.path.join(folder, what), mode)
        refused(folder, ["permission"], user=65534)
        os.chmod(os.path.join(folder, what), 0o700)
        stands(folder)
        shutil.rmtree(folder)


# --- Files that are none of ours ---

def not_sqlite():
    folder = with_run()
    ledger = os.path.join(folder, "tenko.db")
    for text in (b"this is a letter\n" * 1000, b"SQLite format 3\0" + b"\xff" * 5000, b"PK\3\4" + bytes(3000)):
        kept = open(ledger, "rb").read()
        open(ledger, "wb").write(text)
        refused(folder, ["tenko.db"])
        assert open(ledger, "rb").read() == text, "the file was written"
        open(ledger, "wb").write(kept)
    stands(folder)
    shutil.rmtree(folder)


def other_program():
    folder = with_run()
    ledger = os.path.join(folder, "tenko.db")
    os.rename(ledger, ledger + ".kept")
    with sqlite3.connect(ledger) as db:
        db.execute("CREATE TABLE addresses(name TEXT)")
    db.close()
    refused(folder, ["another program"])
    os.replace(ledger + ".kept", ledger)
    stands(folder)
    shutil.rmtree(folder)


def newer():
    folder = with_run()
    ledger = os.path.join(folder, "tenko.db")
    db = sqlite3.connect(ledger)
    version = db.execute("PRAGMA user_version").fetchone()[0]
    db.execute("PRAGMA user_version = 99")
    db.close()
    refused(folder, ["newer"])
    db = sqlite3.connect(ledger)
    db.execute(f"PRAGMA user_version = {version}")
    db.close()
    stands(folder)
    shutil.rmtree(folder)


def damaged():
    """Each page in turn: verify says so, or nothing of it was used; a run never adds to it, and never crashes."""
    folder = with_run()
    ledger = os.path.join(folder, "tenko.db")
    whole = open(ledger, "rb").read()
    refusals = 0
    for at in range(0, len(whole), 8192):
        with open(ledger, "r+b") as f:
            f.seek(at + 100 if at == 0 else at)
            f.write(b"\x5a" * (8192 - 100 if at == 0 else 8192))
        code, said = run(folder, NEW)
        assert code in (0, 4), f"page {at // 8192 + 1}: exit {code}: {said}"
        checked, verdict = tenko(folder, "verify")
        assert checked in (0, 1, 4), f"page {at // 8192 + 1}: verify exit {checked}: {verdict}"
        if code == 4:
            assert project.day_of(os.path.join(folder, "report")) == OLD
            assert checked in (1, 4), f"page {at // 8192 + 1} is refused, and verify is content"
            refusals += 1
        else:
            shutil.rmtree(os.path.join(folder, "report"))
        open(ledger, "wb").write(whole)
        if code == 0:
            assert tenko(folder, "report", "--run", "1", "--out", "report")[0] == 0
    assert refusals > len(whole) // 8192 // 2
    shutil.rmtree(folder)
    return f"{refusals} of {len(whole) // 8192} pages"


# --- At once ---

def stop_in_transaction(folder):
    """A run that holds the ledger and is stopped there."""
    process = start(folder, "run", "--as-of", NEW, fault="mkdir:1:s19")
    _, status = os.waitpid(process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    return process


def two_at_once():
    """The second says that it waits, and goes on when the first is done."""
    folder = with_run()
    first = stop_in_transaction(folder)
    second = start(folder, "run", "--as-of", "2026-05-02")
    line = second.stderr.readline()
    assert f"PID {first.pid}" in line, f"it did not say whom it waits for: {line}"
    first.send_signal(signal.SIGCONT)
    assert first.wait() == 0 and second.wait() == 0, second.stderr.read()
    stands(folder, "2026-05-02", 3)
    shutil.rmtree(folder)


def holder_is_named():
    """The first does not end: the second gives up, naming it."""
    folder = with_run()
    first = stop_in_transaction(folder)
    began = time.monotonic()
    code, said = run(folder, "2026-05-02", wait="700")
    assert code == 4 and said.count(f"PID {first.pid}") == 2 and "holds the ledger" in said, f"exit {code}: {said}"
    assert time.monotonic() - began < 20
    for words in (["verify"], ["runs"], ["report", "--run", "1", "--out", "again"]):
        assert tenko(folder, *words)[0] == 0, f"{words[0]} does not read while a run is at work"
    first.send_signal(signal.SIGCONT)
    assert first.wait() == 0
    shutil.rmtree(os.path.join(folder, "again"))
    stands(folder, NEW, 2)
    shutil.rmtree(folder)


def two_first_runs():
    """Neither finds a ledger: both are in it afterwards."""
    folder = tempfile.mkdtemp()
    project.write(folder, 1)
    runs = [start(folder, "run", "--as-of", day) for day in (OLD, NEW, "2026-05-02")]
    for r in runs:
        out, err = r.communicate()
        assert r.returncode == 0, err
    code, said = tenko(folder, "verify")
    assert code == 0 and len(heads(folder)) == 3, said
    shutil.rmtree(folder)


def copied_while_written():
    """A copy of the file, taken at any moment but the commit itself, is a whole ledger."""
    folder = with_run()
    copies = 0
    for call in ("mkdir:1", "mkdir:2", "exchange:1", "open:60", "stat:80"):
        process = start(folder, "run", "--as-of", NEW, fault=call + ":s19")
        _, status = os.waitpid(process.pid, os.WUNTRACED)
        if os.WIFSTOPPED(status):
            shutil.copy(os.path.join(folder, "tenko.db"), os.path.join(folder, "copy.db"))
            process.send_signal(signal.SIGCONT)
            process.wait()
            copies += 1
            config = open(os.path.join(folder, "tenko.yaml")).read()
            open(os.path.join(folder, "copy.yaml"), "w").write("ledger: copy.db\nreport: none\n" + config)
            code, said = tenko(folder, "verify", "-c", "copy.yaml")
            assert code == 0, said
    assert copies >= 3
    shutil.rmtree(folder)
    return f"{copies} copies"


def main():
    global TENKO, PRELOAD
    TENKO, PRELOAD = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    project.PEOPLE = 30
    for trial in (no_room_in_steps, full_disk, read_only, not_sqlite, other_program, newer, damaged, two_at_once, holder_is_named,
                  two_first_runs, copied_while_written):
        print(trial.__name__, trial() or "", flush=True)


if __name__ == "__main__":
    sys.exit(main())
