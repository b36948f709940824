#!/usr/bin/env python3
"""How well files of any dialect are read without hints, by Pollock's measures.

    run.py CSV_FILES [--table] [--kind KIND]… [--keep DIR]

Makes the benchmark's 2,291 kinds of spoilt files of a table of our own (kinds.py), has the csv connector read each (csv_files.c) and
fails if a kind scores less than is reached today, or all of them less than is wanted. --table prints all kinds, and why one has less
than ten points; --keep keeps the files.
"""
import argparse, os, subprocess, sys, tempfile

from kinds import variants
from measures import points

SIMPLE, WEIGHTED = 9.97, 9.60  # wanted of all files
# What is reached of ten points, and what the rest is lost to. Kinds that do not stand here have all ten.
REACHED = {
    "header_multirow_2": (6.929, "rows are told as they stand; two lines are joined to one header where fields are sought in them"),
    "header_multirow_3": (6.894, "likewise"),
    "preamble": (6.929, "likewise: the header below is found where fields are sought"),
    "multitable_same": (9.839, 'a cell that is one quote is written "", which is an empty one'),
    "multitable_more": (9.840, "likewise"),
    "field_delimiter_space": (1.0, "names in it have spaces and no quotes: nothing proves it"),
    "quotation_apostrophe": (9.518, 'quotes in its cells stay doubled ("") though others enclose them: kept as they stand'),
    "escape_backslash": (9.959, "one cell has a \\ before an apostrophe, as if it were escaped"),
    "escape_none": (9.892, 'three rows have 65", Movable: a row that can be read in two ways is rejected and listed'),
    "row_less_separators": (9.970, "two cells in one; a header or a cell in quotes that is glued to another cannot be told apart: rejected"),
    "row_more_separators": (9.996, "one cell too many, which is kept and said"),
    "row_extra_quote": (9.989, "in the last cell it may be one that goes on below: the row is rejected and listed"),
    "row_field_delimiter_space": (9.927, "a row of one cell, or with quotes that make no sense"),
}


def read_all(program, folder, found):
    """For each variant the rows that were read, None if the file was refused."""
    for v in found:
        with open(os.path.join(folder, v.name + ".csv"), "wb") as f:
            f.write(v.data)
    paths = "".join(os.path.join(folder, v.name + ".csv") + "\n" for v in found)
    done = subprocess.run([program], input=paths.encode(), stdout=subprocess.PIPE, check=True)
    answers = done.stdout.decode().split("\x1e")
    assert len(answers) == 2 * len(found) + 1, "a file without an answer"
    for text, status in zip(answers[:-1:2], answers[1::2]):
        lines = text.split("\x1f\n")[:-1]
        yield [line.split("\x1f") for line in lines] if status == "0" else None


def reached(kind):
    return REACHED.get(kind, (10, ""))


def scores(program, folder, kinds):
    """kind: [points of each file], and the two sums over all files."""
    found = [v for v in variants() if not kinds or v.kind in kinds]
    by_kind, simple, weighted, weight = {}, 0, 0, 0
    for v, rows in zip(found, read_all(program, folder, found)):
        p = points(v.truth, rows)
        by_kind.setdefault(v.kind, []).append(p)
        simple += p
        weighted += p * v.weight
        weight += v.weight
    return by_kind, simple / len(found), weighted / weight


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("--table", action="store_true")
    arguments.add_argument("--kind", action="append")
    arguments.add_argument("--keep")
    a = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if a.keep:
            os.makedirs(a.keep, exist_ok=True)
        by_kind, simple, weighted = scores(a.program, a.keep or folder, a.kind)
    means = {kind: sum(p) / len(p) for kind, p in by_kind.items()}
    if a.table:
        for kind, p in by_kind.items():
            print(f"{kind:28} {len(p):5} files  {means[kind]:.3f}  least {min(p):.3f}  {reached(kind)[1]}".rstrip())
    print(f"simple {simple:.3f}, weighted {weighted:.3f}")
    faults = [f"{kind}: {mean:.3f}, not {reached(kind)[0]}" for kind, mean in means.items() if mean < reached(kind)[0] - 0.001]
    if not a.kind and (simple < SIMPLE or weighted < WEIGHTED):
        faults.append(f"wanted: simple {SIMPLE}, weighted {WEIGHTED}")
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
