#!/usr/bin/env python3
"""Calls that the system may refuse are refused once, one run after the other: an allocation, open, read, write, fsync, rename,
lock, a query of the ledger… of a small job. Of calls that come from one place (the same stack of callers) these are the first and the last. Whatever
comes of it: an exit status of 0 to 4 and no signal; one message where it failed; the old report or the new one, whole; a ledger
that verifies; nothing left over and nothing of others gone; and a run that says it ended well said and wrote what it says and
writes otherwise, byte for byte, and its ledger holds the same rows.

    calls.py TENKO PRELOAD [--every N] [--memory-every N] [--all] [--only JOB|CLASS …] [--without CLASS …] [--jobs N] [--send SIGNAL]

PRELOAD is tests/faults/preload.c as a library. --every 7 takes every 7th of these calls; allocations, which come from thousands of
places, may have a stride of their own. --all: every call, whatever place it comes from. --send 9: the process is killed at
the call instead; --send 15: it is asked to end, which it does with 143, and nothing is left.
"""
import argparse, concurrent.futures, contextlib, csv, os, re, shutil, sqlite3, subprocess, sys, tempfile, time

import project

EACCES, EIO, ENOMEM, ENOSPC, EMFILE, EINVAL, ENOLCK, EAGAIN, ENOSYS, EROFS = 13, 5, 12, 28, 24, 22, 37, 11, 38, 30
SQLITE_IOERR_READ = 266
# What each class of calls fails with.
ERRORS = {"memory": ENOMEM, "open": EMFILE, "read": EIO, "write": ENOSPC, "sync": EIO, "rename": EACCES, "exchange": EINVAL,
          "mkdir": ENOSPC, "lock": ENOLCK, "close": EIO, "unlink": EACCES, "stat": EIO, "truncate": EIO, "list": EIO,
          "thread": EAGAIN, "chmod": EROFS, "random": ENOSYS,
          "query": SQLITE_IOERR_READ}
FEW = 40  # calls of a class that --all tries every third of at least, whatever --every says
HASH = re.compile(rb"[0-9a-f]{64}")

# name: the words
JOBS = {
    "first": ["run", "--as-of", "2026-05-01", "--threads", "1"],
    "second": ["run", "--as-of", "2026-05-01", "--threads", "1"],
    "no-ledger": ["run", "--no-ledger", "--as-of", "2026-05-01", "--threads", "2"],
    "quick": ["run", "--roster", "roster.csv", "--system", "s0=book.xlsx", "--as-of", "2026-05-01", "--out", "report"],
    "directory": ["run", "--no-ledger", "--as-of", "2026-05-01", "--threads", "1"],
    "verify": ["verify"],
    "again": ["report", "--run", "1", "--threads", "1", "--out", "again"],
    "export": ["review", "export", "--out", "sheets"],
    "import": ["review", "import", "answers.csv"],
    "diff": ["diff", "--format", "json"],
    "check": ["check"],
    "explain": ["explain", "00001"],
    "peek": ["peek", "book.xlsx"],
    "folder": ["verify", "report"],
    "sample": ["sample", "--size", "5", "--seed", "1"],
    "status": ["review", "status"],
    "runs": ["runs"],
    "purge": ["purge", "--before", "2026-04-10"],
    "init": ["init", "new", "--roster", "roster.csv", "--system", "s0=s0.csv"],
}
WITHOUT_LEDGER = ("no-ledger", "quick", "directory")


def tenko(program, folder, words, **more):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("TENKO")}
    environment["TENKO_LANG"] = "en"
    environment.update(more)
    return subprocess.run([program, *words, "--lang", "en"], cwd=folder, env=environment, capture_output=True, timeout=120)


def tree(folder, without=()):
    """Path → hash of every file."""
    found = {}
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.relpath(os.path.join(where, name), folder)
            if path.split(os.sep)[0] not in without:
                found[path] = project.sha256(os.path.join(where, name))
    return found


def answer(folder):
    """Fills in the sheet that went out, as CSV."""
    sheets = os.path.join(folder, "review")
    name = next(n for n in sorted(os.listdir(sheets)) if n.endswith(".csv"))
    with open(os.path.join(sheets, name), encoding="utf-8-sig", newline="") as f:
        rows = list(csv.DictReader(f))
    for row in rows:
        row.update(decision="delete", reviewer="00011", reviewed_on="2026-04-10")
    with open(os.path.join(folder, "answers.csv"), "w", encoding="utf-8", newline="") as f:
        writer = csv.DictWriter(f, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def prepare(program, folder, job, directory):
    """The state that a job finds: a project, and for most a run in the ledger with its report."""
    project.write(folder, 1)
    if job == "directory":
        with open(os.path.join(folder, "tenko.yaml"), "a") as f:
            f.write(f'  - {{name: lan, source: {{connector: ldap, url: "{directory}", base: "dc=example", schema: openldap}}}}\n')
    with open(os.path.join(folder, "others.txt"), "w") as f:
        f.write("not ours\n")
    if job == "init":
        os.mkdir(os.path.join(folder, "new"))
    if job in ("first", "init"):
        return
    words = ["run", "--as-of", "2026-04-01"] + (["--no-ledger"] if job in WITHOUT_LEDGER else [])
    done = tenko(program, folder, words)
    assert done.returncode == 0, done.stderr.decode()
    shutil.copy(os.path.join(folder, "report", "inventory", "s0.xlsx"), os.path.join(folder, "book.xlsx"))
    if job in ("import", "status"):
        assert tenko(program, folder, ["review", "export"]).returncode == 0
        answer(folder)
    if job == "status":
        assert tenko(program, folder, ["review", "import", "answers.csv"]).returncode == 1
    if job in ("diff", "purge"):
        assert tenko(program, folder, ["run", "--as-of", "2026-04-15"]).returncode == 0


WRITTEN = {"first": ("report", "tenko.db"), "second": ("report", "tenko.db"), "no-ledger": ("report",), "quick": ("report",), "directory": ("report",),
           "verify": (), "again": ("again",), "export": ("sheets", "tenko.db"), "import": ("tenko.db",), "diff": (), "check": (),
           "explain": (), "peek": (), "folder": (), "sample": (), "status": (), "runs": (), "purge": ("tenko.db",), "init": ("new",)}


def rows(path):
    """What a ledger holds."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        tables = [t for t, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        return {f"{t}:{i}:{j}": cell for t in tables for i, row in enumerate(db.execute(f'SELECT * FROM "{t}"')) for j, cell in enumerate(row)}


class Outcome:
    """What a job said and left: the same after every run that ends well, but for what the clock moves."""

    def __init__(self, done, folder, written):
        self.parts = {"exit status": done.returncode, "standard output": HASH.sub(b"#", done.stdout)}
        for name in written:
            path = os.path.join(folder, name)
            if os.path.isdir(path):
                self.parts.update({f"{name}/{f}": h for f, h in tree(path).items()})
            elif os.path.exists(path):
                self.parts.update(rows(path))

    def without(self, other):
        """Drops what differs in a second run of the same; returns itself."""
        assert set(self.parts) == set(other.parts)
        self.parts = {k: v if other.parts[k] == v else None for k, v in self.parts.items()}
        return self

    def differs(self, other):
        """What is not there as it should be, at most five of it."""
        found = set(self.parts) ^ set(other.parts) | {k for k, v in self.parts.items() if v is not None and other.parts.get(k) != v}
        return sorted(found)[:5]


class Job:
    def __init__(self, args, scratch, name, directory):
        self.program, self.preload, self.name, self.words, self.signal = args.program, args.preload, name, JOBS[name], args.send
        self.before = os.path.join(scratch, name + ".before")
        self.scratch = scratch
        os.mkdir(self.before)
        prepare(self.program, self.before, name, directory)
        done, after = self.start("first", TENKO_FAULT_COUNTS="../counts", TENKO_FAULT_CALLERS="../callers")
        assert done.returncode in (0, 1), f"{name}: {done.stderr.decode()}"
        self.counts = {k: int(n) for k, n in (line.split() for line in open(os.path.join(scratch, "counts")))}
        self.calls = {k: set() for k in self.counts}
        for kind, first, last in (line.split() for line in open(os.path.join(scratch, "callers"))):
            self.calls[kind] |= {int(first), int(last)}
        self.notes = done.stderr.decode().splitlines()
        self.kept = tree(self.before, WRITTEN[name])
        self.runs = self.count_runs(self.before)
        self.outcome = Outcome(done, after, WRITTEN[name])
        time.sleep(1.1)  # what tells the time differs in seconds
        again, after = self.start("second")
        self.outcome.without(Outcome(again, after, WRITTEN[name]))

    def start(self, tag, **more):
        folder = os.path.join(self.scratch, f"{self.name}.{tag}")
        shutil.copytree(self.before, folder)
        os.mkdir(folder + ".tmp")
        return tenko(self.program, folder, self.words, LD_PRELOAD=self.preload, TMPDIR=folder + ".tmp", **more), folder

    def count_runs(self, folder):
        return max(0, tenko(self.program, folder, ["runs", "--format", "csv"]).stdout.count(b"\n") - 1)

    def hit(self, kind, n):
        """What is wrong after the nth call of the kind failed; None = nothing."""
        action = f"s{self.signal}" if self.signal else str(ERRORS[kind])
        done, folder = self.start(f"{kind}.{n}", TENKO_FAULT=f"{kind}:{n}:{action}")
        try:
            problem = self.judge(kind, done, folder)
        except AssertionError as e:
            problem = str(e)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(folder + ".tmp", ignore_errors=True)
        return problem and f"{self.name} {kind}:{n}: {problem}: exit {done.returncode}: {done.stderr.decode(errors='replace').strip()}"

    def judge(self, kind, done, folder):
        code, err = done.returncode, done.stderr.decode(errors="replace")
        if self.signal == 9:
            return self.judge_rest(folder, "killed" if code == -9 else "done")
        if self.signal:
            return self.judge_rest(folder, "ended") if code == 128 + self.signal and not self.news(err) else "another end"
        if not 0 <= code <= 4:
            return "a signal"
        if code in (0, 1):
            return self.judge_done(kind, done, folder) or self.judge_rest(folder, "done", err)
        messages = self.news(err)
        if len(messages) != 1 and not (self.name == "import" and code == 3):  # the files, and that nothing was recorded
            return "not one message"
        if kind == "memory" and (code != 4 or "out of memory" not in err):
            return "another message than 'out of memory'"
        return self.judge_rest(folder, "failed", err)

    def news(self, err):
        """Messages that do not come otherwise."""
        return [line for line in err.splitlines() if line not in self.notes]

    def judge_done(self, kind, done, folder):
        """It says it ended well: then everything is as it is otherwise."""
        different = self.outcome.differs(Outcome(done, folder, WRITTEN[self.name]))
        if different and kind not in ("random", "unlink"):
            return f"not the same: {different}"
        return None

    def judge_rest(self, folder, end, err=""):
        """What lies there afterwards, and after a run that goes well."""
        gone = [f for f, h in self.kept.items() if not os.path.exists(os.path.join(folder, f)) or project.sha256(os.path.join(folder, f)) != h]
        if gone:
            return f"gone or changed: {gone}"
        report = os.path.join(folder, "report")
        if os.path.exists(report):
            day = project.day_of(report)
            if day not in ("2026-04-01", "2026-04-15", "2026-05-01"):
                return f"the report is of {day}"
        elif self.name not in ("first", "init") and self.signal != 9:
            return "no report"
        left = sorted(set(os.listdir(folder)) - set(os.listdir(self.before)) - set(WRITTEN[self.name]))
        left += [f for f in tree(folder) if "/." in f] + os.listdir(folder + ".tmp")
        if left and end != "killed" and not any(name in line for name in left for line in self.news(err)):
            return f"left over: {left}"
        return self.judge_ledger(folder) or (self.judge_next(folder) if left or end == "killed" else None)

    def judge_ledger(self, folder):
        if not os.path.exists(os.path.join(folder, "tenko.db")) or self.name in WITHOUT_LEDGER:
            return None
        checked = tenko(self.program, folder, ["verify"])
        if checked.returncode == 4 and self.name == "first":
            return None  # an empty one
        if checked.returncode != 0 and not (self.name == "first" and not self.count_runs(folder)):
            return "verify: " + (checked.stdout + checked.stderr).decode()
        if self.count_runs(folder) - self.runs not in (0, 1):
            return "runs are missing"
        return None

    def judge_next(self, folder):
        """The next run clears up."""
        words = ["run", "--as-of", "2026-06-01"] + (["--no-ledger"] if self.name in WITHOUT_LEDGER else [])
        done = tenko(self.program, folder, words)
        if done.returncode != 0:
            return f"the next run failed: {done.stderr.decode()}"
        if project.day_of(os.path.join(folder, "report")) != "2026-06-01":
            return "the next run wrote no report"
        left = [n for n in os.listdir(folder) if ".tenko-" in n or n.endswith("-journal")]
        if self.name in ("again", "export", "import"):
            left = [n for n in left if n.startswith(".report.")]
        return f"the next run left {left}" if left else None


@contextlib.contextmanager
def started_directory(scratch):
    """A server of three entries; gives its URL."""
    port = os.path.join(scratch, "port")
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "ldap", "misbehaving.py")
    server = subprocess.Popen([sys.executable, script, "ignores_paging", port, port + ".log"])
    try:
        while not os.path.exists(port):
            assert server.poll() is None, "the directory did not start"
            time.sleep(0.05)
        yield "ldap://127.0.0.1:" + open(port).read()
    finally:
        server.kill()
        server.wait()


def trials(job, args):
    only, jobs = set(args.only), set(JOBS)
    for kind, count in job.counts.items():
        if kind in args.without or (only - jobs and kind not in only):
            continue
        step = args.memory_every if kind == "memory" and args.memory_every else args.every
        calls = sorted(job.calls[kind])
        if args.all:
            calls = range(1, count + 1)
            step = step if count > FEW else max(1, min(step, 3))
        for n in calls[len(job.name) * 7 % step::step]:
            yield kind, n


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("preload")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--memory-every", type=int, default=0)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--send", type=int, default=0)
    args = parser.parse_args()
    args.program, args.preload, only = os.path.abspath(args.program), os.path.abspath(args.preload), set(args.only)
    project.PEOPLE = 12
    tried, problems = 0, []
    with tempfile.TemporaryDirectory() as scratch, started_directory(scratch) as directory, concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for name in JOBS:
            if only & set(JOBS) and name not in only:
                continue
            job = Job(args, scratch, name, directory)
            found = list(pool.map(lambda t: job.hit(*t), trials(job, args)))
            bad = [f for f in found if f]
            problems += bad
            tried += len(found)
            print(f"{name}: {len(found)} of {sum(job.counts.values())} calls from {sum(map(len, job.calls.values()))} places, {len(bad)} problems", flush=True)
            for problem in bad[:60]:
                print("  " + problem)
    print(f"{tried} calls failed once, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
