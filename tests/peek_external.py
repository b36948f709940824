#!/usr/bin/env python3
"""Foreign test files through `tenko peek`, parsed back and compared with their own JSON truth.

    peek_external.py TENKO csv-spectrum|csv-test-data FOLDER

bad-* have no truth: peek must say on stderr what is wrong with the rows, and what only a header can show (bad-header-*: foo, bar and
baz are expected) `check` must say. 77 = the folder is not there.
"""
import csv, io, json, os, subprocess, sys, tempfile

FACTS = 1  # lines on stderr that every file gets: size, encoding, delimiter, rows
HEADERS = ["foo", "bar", "baz"]
# Its truth was made anonymous and the file was not; and quotes stand inside its cells, which peek may well mention.
UNLIKE_ITS_TRUTH = "location_coordinates.csv"
CONFIGURATION = """language: en
rosters:
  - name: staff
    source: {connector: csv, path: %s}
    columns: {person_id: foo, name: bar, department: baz}
"""


def tenko(*words, folder=None):
    done = subprocess.run(words, capture_output=True, cwd=folder)
    assert done.returncode >= 0 and b"Sanitizer" not in done.stderr, done.stderr.decode()
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def peek(program, path):
    code, out, err = tenko(program, "peek", path, "--lang", "en")
    rows = [row or [""] for row in csv.reader(io.StringIO(out, newline=""))]
    return code, rows, err.splitlines()


def truth(path):
    data = json.load(open(path, encoding="utf-8"))
    if isinstance(data, dict):
        data = [data]
    if data and isinstance(data[0], dict):
        return [list(data[0])] + [list(row.values()) for row in data]
    return data or [HEADERS]


def is_named_by_check(program, path):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "tenko.yaml"), "w", encoding="utf-8") as f:
            f.write(CONFIGURATION % json.dumps(path))
        code, out, err = tenko(program, "check", folder=folder)
        return (code > 1 and err != "") or "input issues: 0" not in out


def wrong(program, folder, name):
    """What is wrong with Tenko's reading of the file, or None."""
    path = os.path.join(folder, name)
    code, rows, err = peek(program, path)
    if name.startswith("bad-header-") and not is_named_by_check(program, path):
        return "check says nothing"
    if name in ("bad-header-no-header.csv", "bad-header-wrong-header.csv"):
        return None
    if name.startswith("bad-"):
        return None if code == 0 and len(err) > FACTS else f"peek says nothing: {err}"
    stem = name.removesuffix(".csv") + ".json"
    expected = truth(os.path.join(os.path.dirname(folder), "json", stem))
    if name == UNLIKE_ITS_TRUTH:
        return None if rows[1][1:] == expected[1][1:] else f"{rows}, not {expected}"
    if code != 0 or rows != expected:
        return f"exit {code}, {rows}, not {expected}"
    return None if len(err) == FACTS else f"something is said of a good file: {err}"


def main():
    program, kind, base = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
    folder = os.path.join(base, kind, "csvs" if kind == "csv-spectrum" else "csv")
    if not os.path.isdir(folder):
        print(f"skipped: {folder} is not there")
        return 77
    names = sorted(n for n in os.listdir(folder) if n.endswith(".csv"))
    assert names, "no files"
    failures = [f"{n}: {w}" for n in names for w in [wrong(program, folder, n)] if w]
    print("\n".join(failures) or f"{len(names)} files read as they should be")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
