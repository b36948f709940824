#!/usr/bin/env python3
"""Header rows of products' exports, each with two made-up rows, as a system and as a license in quick mode.

    vendor_headers.py TENKO FOLDER

Every export must be usable as one of the two at least without any configuration, whatever the product puts into cells that are not
known. 77 = the folder is not there.
"""
import csv, json, os, subprocess, sys, tempfile

# What stands in a column, by a part of its header in lower case; the first that fits. Values as the products write them.
SAMPLES = [
    ("email", "taro@example.jp"), ("principal name", "taro@example.jp"), ("principalname", "taro@example.jp"), ("mail", "taro@example.jp"),
    ("date", "2026-03-01"), ("when", "2026-03-01"), ("created", "2026-03-01T09:00:00Z"), ("last", "2026-03-01"), ("time", "2026-03-01"),
    ("name", "Taro Yamada"), ("login", "taro"), ("username", "taro"), ("user", "taro"), ("enabled", "true"), ("active", "true"),
    ("status", "Active"), ("id", "4711"),
]
ROSTER = "職員番号,氏名,メール\n001,Taro Yamada,taro@example.jp\n002,Hanako Sato,hanako@example.jp\n"


def sample(header, number):
    text = next((value for part, value in SAMPLES if part in header.lower()), "")
    return text if number == 1 else text.replace("taro", "hanako").replace("4711", "4712").replace("Taro Yamada", "Hanako Sato")


def run(program, folder, option):
    done = subprocess.run([program, "run", "--as-of", "2026-04-01", "--roster", "roster.csv", option, "x=list.csv", "--lang", "en"],
                          cwd=folder, capture_output=True)
    err = done.stderr.decode()
    assert done.returncode in (0, 3) and "Sanitizer" not in err, f"exit {done.returncode}: {err}"
    if done.returncode:
        return None, err
    summary = json.load(open(os.path.join(folder, "report", "summary.json"), encoding="utf-8"))
    return summary["systems" if option == "--system" else "licenses"][0], err


def wrong(program, path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        headers = next(csv.reader(f))
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "roster.csv"), "w", encoding="utf-8") as f:
            f.write(ROSTER)
        with open(os.path.join(folder, "list.csv"), "w", encoding="utf-8", newline="") as f:
            csv.writer(f).writerows([headers] + [[sample(h, n) for h in headers] for n in (1, 2)])
        system, why = run(program, folder, "--system")
        license, why_not = run(program, folder, "--license")
    if system is None and license is None:
        return f"neither a system ({why.strip()}) nor a license ({why_not.strip()})"
    read = system or license
    return None if (read["rows_read"], read["accepted"]) == (2, 2) else f"rows: {read}"


def main():
    program, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    if not os.path.isdir(folder):
        print(f"skipped: {folder} is not there")
        return 77
    names = sorted(n for n in os.listdir(folder) if n.endswith(".csv"))
    assert names, "no files"
    failures = [f"{n}: {w}" for n in names for w in [wrong(program, os.path.join(folder, n))] if w]
    print("\n".join(failures) or f"{len(names)} exports read")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
