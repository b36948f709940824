#!/usr/bin/env python3
"""The heads of the lists are those of docs/REPORT.md and REPORT.ja.md.   columns.py TENKO SAMPLE [CONTRACT.md]

Each table of these pages is compared with what the sample's reports say: names and order, in both languages. No two heads of one list
are alike. Where CONTRACT.md, what scripts rely on, lies beside the project, the English names are also those of its appendix.
"""
import csv, glob, os, re, shutil, subprocess, sys, tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
LISTS = ["exceptions.csv", "departments/*.csv", "inventory/*.csv", "leavers.csv", "seats.csv", "licenses.csv", "systems.csv", "issues.csv"]


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def files_of(title):
    """The patterns of files that a title names: "exceptions.csv, departments/*"."""
    return [name if name.endswith(".csv") else name + ".csv" for name in title.split(", ")]


def columns_of_page(page):
    """List → the first column of its table."""
    found = {}
    for title, table in re.findall(r"^### ([a-z.,/* ]+)\n\n[^|]+\n\|.*\n\|[-|]+\n((?:\|.*\n)+)", page, re.M):
        for pattern in files_of(title):
            found[pattern] = re.findall(r"^\| (.+?) \|", table, re.M)
    return found


def columns_of_contract(contract):
    """List → its columns; remarks in brackets and behind the last column are no columns."""
    rows = re.findall(r"^\| ([a-z.,/* ]+) \| (.+) \|$", contract[contract.index("## Appendix: columns"):], re.M)
    figures = re.search(r"License figures.*?below 0[^:]*: (.*?)\.\n", contract, re.S)
    figures = [re.sub(r" %$", "", f.strip()) for f in figures[1].split(",")]
    found = {}
    for name, text in rows:
        if name == "list":
            continue
        text = re.sub(r" \([^)]*\)", "", text).split(". ")[0]
        text = text.replace("then the figures of section 5 in that order", ", ".join(figures))
        for pattern in files_of(name):
            found[pattern] = [c.strip() for c in text.split(",")]
    return found


def head(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return next(csv.reader(f))


def differences(report, wanted, where, lists=LISTS):
    for pattern in lists:
        heads = [head(path) for path in glob.glob(f"{report}/{pattern}")]
        if not heads or any(h != wanted.get(pattern) or len(set(h)) != len(h) for h in heads):
            yield f"{pattern}: {heads[:1]}\n{where}: {wanted.get(pattern)}"


def main():
    tenko, sample = os.path.abspath(sys.argv[1]), sys.argv[2]
    contract = sys.argv[3] if len(sys.argv) > 3 else os.path.join(ROOT, "../shared/CONTRACT.md")
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        city = shutil.copytree(sample, f"{folder}/city")  # whose ledger may be written
        for lang, page in (("en", "docs/REPORT.md"), ("ja", "docs/REPORT.ja.md")):
            report = f"{folder}/{lang}"
            subprocess.run([tenko, "run", "-c", f"{city}/tenko.yaml", "--lang", lang, "--out", report], check=True, capture_output=True)
            faults += differences(report, columns_of_page(read(os.path.join(ROOT, page))), page, LISTS + ["resolved.csv"])
        if os.path.exists(contract):
            faults += differences(f"{folder}/en", columns_of_contract(read(contract)), "the contract")
    print("\n".join(faults), end="")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
