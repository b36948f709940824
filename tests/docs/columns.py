#!/usr/bin/env python3
"""The heads of the lists are the contract's columns.   columns.py TENKO SAMPLE [CONTRACT.md]

The table of the contract's appendix is compared with what the sample's reports say, in English word by word and in order; the
Japanese heads are as many, and no two of one list are alike. CONTRACT.md is read in place (77: it is not there).
"""
import csv, glob, os, re, subprocess, sys, tempfile

OF_LISTS = {"exceptions.csv, departments/*": ["exceptions.csv", "departments/*.csv"]}


def columns_of(contract):
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
        for pattern in OF_LISTS.get(name, [name if name.endswith(".csv") else name + ".csv"]):
            found[pattern] = [c.strip() for c in text.split(",")]
    return found


def head(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return next(csv.reader(f))


def main():
    tenko, sample = os.path.abspath(sys.argv[1]), sys.argv[2]
    contract = sys.argv[3] if len(sys.argv) > 3 else os.path.join(sample, "../../../shared/CONTRACT.md")
    if not os.path.exists(contract):
        print("skipped: no CONTRACT.md beside the project")
        return 77
    wanted, faults = columns_of(open(contract, encoding="utf-8").read()), 0
    assert len(wanted) == 8 and len(wanted["licenses.csv"]) == 19, wanted
    with tempfile.TemporaryDirectory() as folder:
        for lang in ("en", "ja"):
            report = f"{folder}/{lang}"
            subprocess.run([tenko, "run", "-c", f"{sample}/tenko.yaml", "--no-ledger", "--lang", lang, "--out", report], check=True, capture_output=True)
            for pattern, columns in wanted.items():
                files = glob.glob(f"{report}/{pattern}")
                heads = [head(path) for path in files]
                ok = files and all(h == columns if lang == "en" else len(set(h)) == len(columns) for h in heads)
                if not ok:
                    print(f"{pattern} ({lang}): {heads[:1]}\nthe contract: {columns}")
                    faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
