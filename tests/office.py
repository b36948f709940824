#!/usr/bin/env python3
"""LibreOffice makes workbooks of CSV files and CSV of workbooks: tenko peek reads what LibreOffice reads.

office.py TENKO     77 = skipped, where LibreOffice is not installed
"""
import csv, io, os, shutil, subprocess, sys, tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "stories"))
from workbook import workbook  # noqa: E402

UTF8_COMMA = "44,34,76,1"
TEXTS = UTF8_COMMA + "," + "/".join(f"{i}/2" for i in range(1, 9))  # every column as text

# Each column holds one thing that is easily changed on the way.
TABLE = [["職員番号", "氏名", "採用日", "備考", "数"],
         ["001234", "佐藤　花子", "2020-04-01", "一行目\n二行目", "12"],
         ["00000009", "髙橋 \"次郎\"", "R2.4.1", "a,b;c\td", "1E5"],
         ["1234567890123456", "𠮷田", "", "=1+1", "0.10"],
         ["-", " 前後 ", "'000", "_x000D_", "TRUE"]]


def convert(folder, name, target, options=None):
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore"]
    if options:
        command.append(f"--infilter=CSV:{options}")
    subprocess.run(command + ["--convert-to", target, "--outdir", folder, os.path.join(folder, name)], check=True,
                   capture_output=True, timeout=300, env={**os.environ, "HOME": folder, "TZ": "UTC", "LC_ALL": "C.UTF-8"})


def peek(tenko, path):
    done = subprocess.run([tenko, "peek", path], check=True, capture_output=True)
    return list(csv.reader(io.StringIO(done.stdout.decode(), newline="")))


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.reader(file) if any(row)]


def same(what, found, wanted):
    if found != wanted:
        for a, b in zip(found, wanted):
            if a != b:
                print(f"{what}:\n  found  {a}\n  wanted {b}")
        sys.exit(f"{what}: {len(found)} rows, wanted {len(wanted)}")


def texts_come_back(tenko, folder):
    with open(os.path.join(folder, "texts.csv"), "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(TABLE)
    convert(folder, "texts.csv", "xlsx", TEXTS)
    same("texts", peek(tenko, os.path.join(folder, "texts.xlsx")), TABLE)


def numbers_and_dates_are_typed(tenko, folder):
    """Without a hint LibreOffice makes numbers and dates of what looks so."""
    with open(os.path.join(folder, "typed.csv"), "w", encoding="utf-8") as file:
        file.write("番号,日,時刻,数\n1235,2026-03-31,2026-03-31 09:30:00,0.5\n7,1999-12-31,2000-01-01 00:00:00,-3\n")
    convert(folder, "typed.csv", "xlsx", UTF8_COMMA)
    same("typed", peek(tenko, os.path.join(folder, "typed.xlsx")),
         [["番号", "日", "時刻", "数"], ["1235", "2026-03-31", "2026-03-31 09:30:00", "0.5"],
          ["7", "1999-12-31", "2000-01-01 00:00:00", "-3"]])


def both_read_the_same(tenko, folder):
    """Formats that show what Tenko writes: LibreOffice's CSV is then the same text."""
    with open(os.path.join(folder, "same.xlsx"), "wb") as file:
        file.write(workbook("題\n\n番号,日,時刻,郵便\n#1234:000000,#46112:yyyy\\-mm\\-dd,#46112.25:yyyy\\-mm\\-dd hh:mm:ss,#1234567:000-0000\n"
                            "00012,#61:yyyy\\-mm\\-dd,#0.5:hh:mm:ss,!TRUE\n"))
    convert(folder, "same.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76")
    wanted = [row + [""] * (4 - len(row)) for row in rows_of(os.path.join(folder, "same.csv"))]
    found = [row + [""] * (4 - len(row)) for row in peek(tenko, os.path.join(folder, "same.xlsx"))]
    same("same", found, wanted)


LISTS = ["exceptions", "leavers", "licenses", "systems", "issues"]  # sheets of exceptions.xlsx behind the summary


def below_the_head(path):
    """Rows below the title and the line of the day; a leading ' is only in CSV."""
    return [[cell.removeprefix("'") for cell in row] for row in csv.reader(open(path, encoding="utf-8-sig", newline=""))]


def each_sheet_is_its_list(tenko, folder):
    """Every workbook of a report, read by LibreOffice, holds the same cells as the CSV beside it."""
    sample = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sample-data", "shiokaze", "tenko.yaml")
    for language in ("ja", "en"):
        report = os.path.join(folder, "report-" + language)
        subprocess.run([tenko, "run", "-c", sample, "--no-ledger", "--out", report, "--lang", language], check=True, capture_output=True)
        books = {os.path.join(report, "exceptions.xlsx"): [os.path.join(report, name + ".csv") for name in LISTS]}
        for kind in ("departments", "inventory"):
            for name in sorted(os.listdir(os.path.join(report, kind))):
                if name.endswith(".xlsx"):
                    books[os.path.join(report, kind, name)] = [os.path.join(report, kind, name[:-5] + ".csv")]
        out = os.path.join(folder, "sheets-" + language)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1", "--outdir", out, *books],
                       check=True, capture_output=True, timeout=300, env={**os.environ, "HOME": folder, "TZ": "UTC", "LC_ALL": "C.UTF-8"})
        for book, lists in books.items():
            stem = os.path.basename(book)[:-5]
            sheets = [name for name in os.listdir(out) if name.startswith(stem + "-")]
            sheets = [name for name in sheets if len(lists) > 1 or "-2-" not in name[len(stem):]]
            tables = [below_the_head(os.path.join(out, name)) for name in sheets]
            for path in lists:
                wanted = below_the_head(path)
                check = [t[2:] for t in tables if t[2][:len(wanted[0])] == wanted[0] and len(t) - 2 == len(wanted)]
                if not check:
                    sys.exit(f"{path}: no sheet of {sheets} has its headings and number of rows")
                same(path, check[0], wanted)


def main():
    if not shutil.which("soffice"):
        print("skipped: LibreOffice (soffice) is not installed")
        sys.exit(77)
    folder = tempfile.mkdtemp(prefix="tenko-office-")
    try:
        for test in (texts_come_back, numbers_and_dates_are_typed, both_read_the_same, each_sheet_is_its_list):
            test(sys.argv[1], folder)
            print(f"{test.__name__}: as LibreOffice")
    finally:
        shutil.rmtree(folder)


main()
