#!/usr/bin/env python3
"""One list in every dialect people write: encodings, delimiters, quotes, escapes, line ends, lengths, and what stands around it.
Read without hints, each must give the same rows.

    dialects.py CSV_FILES [--keep DIR]

A dialect that nothing proves, for example a sign that stands in names too, is none of these.
"""
import itertools, os, sys, tempfile

from run import read_all

HEAD = ["職員番号", "氏名", "所属", "備考", "単価"]
ROWS = [
    ["001234", "山田 太郎", "税務課", "", "1,5"],
    ["001235", "O'Brien Pat", "総務部, 人事課", "転入", "2,25"],
    ["001236", "髙橋 花子", "市民課", '15" 端末', "3"],
    ["001237", "佐藤 ｲﾁﾛｳ", "税務課", "4/1から; 兼務", "10,5"],
    ["001238", "鈴木 表次", "会計課", "A|B", "0"],
    ["001239", "能登 ソ平", "窓口\n第二", "CITY\\noto", "7"],
    ["001240", "田中 一", "消防本部", "", "1,0"],
]
ENCODINGS = {"utf8": "utf-8", "cp932": "cp932", "utf8bom": "utf-8-sig", "utf16": "utf-16", "utf16be": None}
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|", "two": "||", "caret": "^", "comma_space": ", ", "unit": "\x1f"}
# the sign around cells, what stands before such a sign inside, all cells or only those that need it
QUOTES = {"all": ('"', '"', True), "needed": ('"', '"', False), "apostrophe": ("'", "'", True), "backslash": ('"', "\\", True),
          "mixed": ('"', "", True)}
ENDS = {"crlf": "\r\n", "lf": "\n", "cr": "\r"}
LENGTHS = {"tiny": 1, "two": 2, "short": 3, "whole": len(ROWS), "many": 200}
AROUND = ("title", "note", "sep", "excel", "padded", "trailing")
TITLE, NOTE = "利用者の一覧", "以上"


class Dialect:
    def __init__(self, names, around=""):
        encoding, delimiter, quote, end, length = names
        self.name = "-".join(names + (around,) * (around != ""))
        self.delimiter, self.end, self.around = DELIMITERS[delimiter], ENDS[end], around
        self.quote, self.escape, self.is_always = QUOTES[quote]
        self.cells = 0
        rows = [HEAD] + list(itertools.islice(itertools.cycle(ROWS), LENGTHS[length]))
        lines = [self.line(row, i) for i, row in enumerate(rows)]
        self.truth = [[c.replace("\n", self.end) for c in row] + [""] * (around == "trailing") for row in rows]
        if around == "title":
            lines, self.truth = [TITLE, ""] + lines, [[TITLE]] + self.truth
        if around == "note":
            lines, self.truth = lines + [NOTE], self.truth + [[NOTE]]
        if around == "sep":
            lines = ["sep=" + self.delimiter] + lines
        text = "".join(line + self.end for line in lines)
        self.data = b"\xfe\xff" + text.encode("utf-16-be") if ENCODINGS[encoding] is None else text.encode(ENCODINGS[encoding])

    def line(self, row, number):
        cells = [self.written(cell, number, column) for column, cell in enumerate(row)]
        return self.delimiter.join(cells + [""] * (self.around == "trailing"))

    def written(self, cell, row, column):
        is_excel = self.around == "excel" and row > 0 and column == 0
        if is_excel:
            cell = f'="{cell}"'
        padding = " " * max(0, 12 - len(cell)) if self.around == "padded" else ""
        cell = cell.replace("\n", self.end)
        needed = any(c in cell for c in (self.delimiter.strip(" "), self.quote, "\r", "\n"))
        if not self.is_always and (not needed or is_excel):
            return cell + padding
        self.cells += 1
        if self.escape == "\\":
            cell = cell.replace("\\", "\\\\")
        escape = self.escape or '"\\'[self.cells % 2]  # mixed: "" and \" by turns
        return self.quote + cell.replace(self.quote, escape + self.quote) + self.quote + padding

    def gives(self, rows):
        if rows and self.around == "padded":
            rows = [[cell.rstrip(" ") for cell in row] for row in rows]
        return rows == self.truth


def dialects():
    for names in itertools.product(ENCODINGS, DELIMITERS, QUOTES, ENDS, LENGTHS):
        yield Dialect(names)
    for around in AROUND:
        signs = [d for d in DELIMITERS if around != "sep" or len(DELIMITERS[d]) == 1]
        for names in itertools.product(["utf8", "cp932"], signs, QUOTES, ["crlf", "lf"], ["whole", "many"]):
            yield Dialect(names, around)


def main():
    program = sys.argv[1]
    found = list(dialects())
    with tempfile.TemporaryDirectory() as folder:
        if "--keep" in sys.argv:
            folder = sys.argv[sys.argv.index("--keep") + 1]
            os.makedirs(folder, exist_ok=True)
        faults = []
        for d, rows in zip(found, read_all(program, folder, found)):
            if not d.gives(rows):
                differing = [i for i, (a, b) in enumerate(zip(rows or [], d.truth)) if a != b]
                at = differing[0] if differing else min(len(rows or []), len(d.truth))
                faults.append(f"{d.name}: row {at + 1}: {(rows or [])[at:at + 1]}, not {d.truth[at:at + 1]}")
    print("\n".join(faults) or f"{len(found)} dialects read as they should be")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
