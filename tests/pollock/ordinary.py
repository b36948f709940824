#!/usr/bin/env python3
"""Ordinary files stay what they are: lists with any signs in their cells, written as RFC 4180 wants it, are read back as they were
written, however much like another dialect the cells look; and one sign too many, anywhere, costs no more than the two rows beside it.

    ordinary.py CSV_FILES [SEED]
"""
import collections, csv, io, random, sys, tempfile

from run import read_all

File = collections.namedtuple("File", "name data truth")
FILES = 1500
STRAY = ['"', '"', ",", "'", "\\", "\n"]
PLAIN = ["山田", "佐藤", "税務課", "001234", "2026-04-01", "abc", "u1"]
ODD = ["", "", "O'Brien", '5" disk', "x, y", "a;b", "A|B", "10:20", "C:\\dir", "CITY\\yamada", 'say "hi"', "line\nbreak", "'tis", "'001",
       "rock 'n' roll", "~", "^", "100%", "-", "=x", '"', '""', "'", ",", ", ", "||", "\\", '\\"', "end\\", "(x, y)", "Tokyo, Japan",
       "a, b, c", "#1", " lead", "trail ", '","', '",', "sep=;"]


def table(chance):
    columns, rows = chance.randrange(2, 8), chance.choice([1, 2, 3, 5, 10, 30, 80])
    share, known = chance.choice([0.1, 0.4, 0.9]), chance.randrange(6, len(ODD) + 1)

    def cell():
        return chance.choice(ODD[:known] if chance.random() < share else PLAIN)

    head = [f"h{k}" for k in range(columns)]
    return [head] + [[f"u{r}"] + [cell() for _ in range(columns - 1)] for r in range(rows)]


def files(seed):
    chance = random.Random(seed)
    for i in range(FILES):
        rows, out = table(chance), io.StringIO()
        writer = csv.writer(out, delimiter=chance.choice(",,,,;\t|"), quoting=chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
                            lineterminator=chance.choice(["\n", "\r\n"]))
        writer.writerows(rows)
        yield File(f"ordinary_{i}", out.getvalue().encode(), rows)


def spoilt(file, chance):
    text = file.data.decode()
    at = chance.randrange(len(text))
    return file._replace(data=(text[:at] + chance.choice(STRAY) + text[at:]).encode())


def lost(file, rows):
    return sum((collections.Counter(map(tuple, file.truth)) - collections.Counter(map(tuple, rows or []))).values())


def main():
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20260331
    found = list(files(seed))
    chance = random.Random(seed)
    others = [spoilt(f, chance) for f in found if len(f.truth) > 5]  # in fewer rows nothing is usual
    with tempfile.TemporaryDirectory() as folder:
        faults = [f"seed {seed}, {f.name}: {f.data.decode()}\nread as {rows}"
                  for f, rows in zip(found, read_all(sys.argv[1], folder, found)) if rows != f.truth]
        faults += [f"seed {seed}, {f.name}: {lost(f, rows)} rows lost: {f.data.decode()}"
                   for f, rows in zip(others, read_all(sys.argv[1], folder, others)) if lost(f, rows) > 2]
    print("\n".join(faults[:5]) or f"{len(found)} ordinary files read as they were written, {len(others)} with a stray sign nearly so")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
