#!/usr/bin/env python3
"""What the ledger gives back is what was written: runs of the sample, then `report --run N` of each, also when the inputs
are gone, and in the other language; every file but the manifest must be the same, byte for byte.

    reprint.py TENKO SAMPLE_FOLDER
"""
import filecmp, os, shutil, subprocess, sys, tempfile

DAYS = ["2026-02-28", "2026-03-31", "2026-03-31", "2025-12-31"]  # the same day again, an earlier day


def tenko(program, folder, *words):
    done = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"


def files(report):
    return sorted(os.path.relpath(os.path.join(where, name), report)
                  for where, _, names in os.walk(report) for name in names if name != "manifest.json")


def compare(first, again):
    assert files(first) == files(again), f"{first}, {again}: other files"
    _, differ, failed = filecmp.cmpfiles(first, again, files(first), shallow=False)
    assert not differ and not failed, f"{again} differs: {differ[:5]} {failed[:5]}"


def play(program, sample, language, other):
    with tempfile.TemporaryDirectory(prefix="tenko-reprint-") as place:
        folder = os.path.join(place, "city")
        shutil.copytree(sample, folder)
        for run, day in enumerate(DAYS, 1):
            tenko(program, folder, "run", "--as-of", day, "--lang", language, "--out", f"../run-{run}")
            tax = os.path.join(folder, "systems")  # something changes: each run drops the last line of every list
            for name in os.listdir(tax):
                path = os.path.join(tax, name)
                data = open(path, "rb").read() if os.path.isfile(path) else b""
                if data.count(b"\n") > 20 and name.endswith(".csv"):
                    open(path, "wb").write(data[:data.rstrip(b"\r\n").rindex(b"\n") + 1])
        for gone in ("hr", "systems", "licenses", "policy"):
            shutil.rmtree(os.path.join(folder, gone))
        for run in range(1, len(DAYS) + 1):
            tenko(program, folder, "report", "--run", str(run), "--out", f"../again-{run}")
            compare(os.path.join(place, f"run-{run}"), os.path.join(place, f"again-{run}"))
            tenko(program, folder, "report", "--run", str(run), "--lang", other, "--out", f"../{other}-{run}")
        tenko(program, folder, "verify")
        return {run: {f: open(os.path.join(place, f"{other}-{run}", f), "rb").read() for f in files(os.path.join(place, f"{other}-{run}"))}
                for run in range(1, len(DAYS) + 1)}, \
               {run: {f: open(os.path.join(place, f"run-{run}", f), "rb").read() for f in files(os.path.join(place, f"run-{run}"))}
                for run in range(1, len(DAYS) + 1)}


def main():
    program, sample = os.path.abspath(sys.argv[1]), sys.argv[2]
    english, japanese = play(program, sample, "ja", "en")
    japanese_again, english_again = play(program, sample, "en", "ja")
    for a, b in ((english, english_again), (japanese, japanese_again)):
        for run in a:
            differ = [f for f in a[run] if a[run][f] != b[run].get(f)] + [f for f in b[run] if f not in a[run]]
            assert not differ, f"run {run}: written later in another language, these differ: {differ[:5]}"
    return 0


if __name__ == "__main__":
    sys.exit(main())
