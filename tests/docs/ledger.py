#!/usr/bin/env python3
"""Runs the SQL of docs/LEDGER.md in the stock sqlite3 program, on the sample city's ledger.   ledger.py TENKO REPOSITORY

Two runs and a review between them, so that lives, movements and decisions have something to say. Every example must end well and give rows, and the file must
be as before: the views are for reading. 77: there is no sqlite3 program.
"""
import csv, glob, hashlib, os, re, shutil, subprocess, sys, tempfile


def review(tenko, city):
    """A review with answers between the runs."""
    subprocess.run([tenko, "review", "export"], cwd=city, check=True, stdout=subprocess.DEVNULL)
    for path in sorted(glob.glob(os.path.join(city, "review", "1-*課.csv")))[:1]:
        with open(path, encoding="utf-8-sig", newline="") as f:
            rows = list(csv.reader(f))
        with open(os.path.join(city, "in.csv"), "w", encoding="utf-8-sig", newline="") as f:
            csv.writer(f).writerows([rows[0], *(r[:-4] + ["停止", "", "監査 太郎", "2026-04-05"] for r in rows[1:])])
        subprocess.run([tenko, "review", "import", "in.csv"], cwd=city, check=True, stdout=subprocess.DEVNULL)


def main():
    tenko, repository = map(os.path.abspath, sys.argv[1:3])
    if not shutil.which("sqlite3"):
        print("skipped: no sqlite3 program")
        return 77
    folder = tempfile.mkdtemp(prefix="tenko-ledger-docs-")
    try:
        city = shutil.copytree(os.path.join(repository, "sample-data", "shiokaze"), os.path.join(folder, "city"))
        for day in ("2026-03-31", "2026-04-30"):
            subprocess.run([tenko, "run", "--as-of", day, "--format", "jsonl"], cwd=city, check=True, stdout=subprocess.DEVNULL)
            if day == "2026-03-31":
                review(tenko, city)
            tax = os.path.join(city, "systems", "finance.csv")
            text = open(tax, "rb").read().splitlines(True)
            open(tax, "wb").write(b"".join(text[:-3]))  # three accounts are gone in the second run
        ledger = os.path.join(city, "tenko.db")
        before = hashlib.sha256(open(ledger, "rb").read()).hexdigest()
        failed = 0
        for name in ("LEDGER.md", "LEDGER.ja.md"):
            examples = re.findall(r"```sql\n(.*?)```", open(os.path.join(repository, "docs", name), encoding="utf-8").read(), re.S)
            assert len(examples) >= 5, f"{name}: where are the examples?"
            for statement in (s for e in examples for s in e.split(";") if s.strip()):
                done = subprocess.run(["sqlite3", "-readonly", "-batch", ledger, statement + ";"], capture_output=True, text=True, timeout=60)
                if done.returncode or done.stderr or not done.stdout.strip():
                    failed += 1
                    print(f"{name}: {statement.strip()}\n  exit {done.returncode}: {done.stderr.strip() or 'no rows'}")
        assert hashlib.sha256(open(ledger, "rb").read()).hexdigest() == before, "the ledger changed"
        return 1 if failed else 0
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
