#!/usr/bin/env python3
"""What must not matter: the order of rows, columns, files and systems, the encoding, the number of threads, an unrelated person.   shuffle.py TENKO SAMPLE_DIR

Each change is made to a copy of the sample city; the run must raise the same exceptions with the same evidence. Only line numbers may differ, and the order inside lists.
Rows for one ID keep their order among themselves: there the first one wins, by contract.
"""
import csv, io, json, os, random, shutil, subprocess, sys, tempfile

LINES = ("roster_line", "policy_line", "lines")  # evidence that is a place in a file


def decode(data):
    """→ text, the encoding it came in"""
    if data.startswith(b"\xff\xfe"):
        return data[2:].decode("utf-16-le"), "utf-16"
    for encoding in ("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8", "cp932"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            pass
    raise ValueError("neither UTF-8, UTF-16 nor CP932")


class Table:
    """A delimited file: titles, header, rows."""

    def __init__(self, path):
        self.path = path
        with open(path, "rb") as f:
            text, self.encoding = decode(f.read())
        self.newline = "\r\n" if "\r\n" in text else "\n"
        first = max(text.splitlines()[:5], key=lambda line: max(line.count(d) for d in ",;\t|"))
        self.delimiter = max(",;\t|", key=first.count)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter))
        header = next(i for i, row in enumerate(rows) if sum(map(bool, row)) >= 2)
        self.titles, self.header, self.rows = rows[:header], rows[header], [r for r in rows[header + 1:] if r]

    def write(self, encoding=None):
        out = io.StringIO()
        csv.writer(out, delimiter=self.delimiter, lineterminator=self.newline).writerows(self.titles + [self.header] + self.rows)
        with open(self.path, "wb") as f:
            f.write(out.getvalue().encode(encoding or self.encoding))

    def shuffle_rows(self, chance):
        places = list(range(len(self.rows)))
        chance.shuffle(places)
        waiting = {}
        for row in self.rows:
            waiting.setdefault(row[0], []).append(row)
        self.rows = [waiting[self.rows[i][0]].pop(0) for i in places]

    def shuffle_columns(self, chance):
        named = [i for i, cell in enumerate(self.header) if cell]
        order = list(named)
        chance.shuffle(order)
        order += range(len(named), len(self.header))
        if any(len(row) < len(self.header) for row in self.rows):
            return
        self.header = [self.header[i] for i in order]
        self.rows = [[row[i] for i in order] for row in self.rows]


def tables(folder):
    for where, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if name.endswith((".csv", ".txt")):
                yield Table(os.path.join(where, name))


def rows(folder, chance):
    for t in tables(folder):
        t.shuffle_rows(chance)
        t.write()


def columns(folder, chance):
    for t in tables(folder):
        t.shuffle_columns(chance)
        t.write()


def entries(folder, chance):
    """The entries of rosters, systems and licenses in another order."""
    path = os.path.join(folder, "tenko.yaml")
    blocks = [[]]
    for line in open(path, encoding="utf-8"):
        if line.startswith("  - ") or not line.startswith(" "):
            blocks.append([])
        blocks[-1].append(line)
    text, run = "", []
    for block in blocks + [[""]]:
        if block and block[0].startswith("  - "):
            run.append("".join(block))
            continue
        chance.shuffle(run)
        text += "".join(run) + "".join(block)
        run = []
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def all_utf8(folder, _):
    for t in tables(folder):
        t.write("utf-8")


def all_cp932(folder, _):
    for t in tables(folder):
        t.write("cp932")


def stranger(folder, _):
    """Somebody who has nothing to do with any account or license."""
    t = Table(os.path.join(folder, "hr", "contractors.csv"))
    t.rows.append(["C7777", "無縁　ひとし", "ムエン ヒトシ", "ＩＣＴ支援センター", "委託", "2025/4/1", ""])
    t.write()


def sorted_lists(value):
    return sorted(value) if isinstance(value, list) else value


def run(tenko, folder, threads):
    report = os.path.join(folder, "report")
    done = subprocess.run([tenko, "run", "-c", os.path.join(folder, "tenko.yaml"), "--no-ledger", "--threads", str(threads)], capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        sys.exit(f"exit {done.returncode}\n{done.stderr}")
    out = {}
    with open(os.path.join(report, "exceptions.jsonl"), encoding="utf-8") as f:
        for line in f:
            e = json.loads(line)
            evidence = {k: sorted_lists(v) for k, v in e["evidence"].items() if k not in LINES}
            out[e["id"]] = {k: e[k] for k in ("rule", "severity", "target", "subject", "person_id", "name", "department", "addressee", "waived")} | {"evidence": evidence}
    return out


CHANGES = [("rows", rows, 3), ("columns", columns, 2), ("entries of the configuration", entries, 3), ("UTF-8", all_utf8, 1), ("CP932", all_cp932, 1), ("a stranger", stranger, 1)]


def main():
    tenko, sample = os.path.abspath(sys.argv[1]), sys.argv[2]
    failed = 0
    with tempfile.TemporaryDirectory(prefix="tenko-shuffle-") as work:
        first = os.path.join(work, "first")
        shutil.copytree(sample, first)
        wanted = run(tenko, first, 1)
        if not wanted:
            sys.exit("the sample raises nothing")
        if run(tenko, first, 4) != wanted:
            print("4 threads: other exceptions than 1")
            failed += 1
        for what, change, times in CHANGES:
            for seed in range(times):
                folder = os.path.join(work, "again")
                shutil.copytree(sample, folder)
                change(folder, random.Random(seed))
                found = run(tenko, folder, 1 + 3 * (seed % 2))
                for id in set(wanted) ^ set(found):
                    print(f"{what} ({seed}):", "lost" if id in wanted else "new", wanted.get(id) or found.get(id))
                for id in set(wanted) & set(found):
                    if wanted[id] != found[id]:
                        print(f"{what} ({seed}): differs\n  {wanted[id]}\n  {found[id]}")
                failed += found != wanted
                shutil.rmtree(folder)
    print(len(wanted), "exceptions")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
