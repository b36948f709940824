#!/usr/bin/env python3
"""LibreOffice makes workbooks of CSV files and CSV of workbooks: tenko peek reads what LibreOffice reads.

office.py TENKO     77 = skipped, where LibreOffice is not installed
"""
import csv, io, json, os, shutil, subprocess, sys, tempfile

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


def styled(text):
    """A cell of a flat document: >TEXT over several columns (>>: as many more), v over two rows, era: or short: a date, # a number."""
    if text == "-":
        return "<table:covered-table-cell/>"
    span = f' table:number-columns-spanned="{1 + text.count(">")}"' if text.startswith(">") else ""
    span = ' table:number-rows-spanned="2"' if text.startswith("v") else span
    text = text.lstrip(">v")
    style, colon, day = text.partition(":")
    if colon:
        return f'<table:table-cell table:style-name="{style}" office:value-type="date" office:date-value="{day}"/>'
    if text.startswith("#"):
        return f'<table:table-cell office:value-type="float" office:value="{text[1:]}"/>'
    return f'<table:table-cell{span} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def flat_document(rows):
    """What LibreOffice reads as a sheet that counts days from 1904, with formats of Japanese eras."""
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    names = "".join(f' xmlns:{n}="{space}{s}:1.0"' for n, s in [("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
                                                               ("number", "datastyle")])
    era = '<number:era{0} number:calendar="gengou"/><number:year number:calendar="gengou"/>{1}<number:month/>{2}<number:day/>{3}'
    signs = {"era": (' number:style="long"', "年", "月", "日"), "short": ("", ".", ".", "")}
    styles = "".join(f'<number:date-style style:name="n-{name}" number:language="ja" number:country="JP">' +
                     era.format(s[0], *(f"<number:text>{t}</number:text>" if t else "" for t in s[1:])) +
                     f'</number:date-style><style:style style:name="{name}" style:family="table-cell" style:data-style-name="n-{name}"/>'
                     for name, s in signs.items())
    cells = "".join("<table:table-row>" + "".join(map(styled, row)) + "</table:table-row>" for row in rows)
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document{names} office:version="1.3" '
            f'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>{styles}</office:automatic-styles>'
            '<office:body><office:spreadsheet><table:calculation-settings><table:null-date table:date-value="1904-01-01"/>'
            f'</table:calculation-settings><table:table table:name="職員">{cells}</table:table></office:spreadsheet></office:body></office:document>')


def merged_headers_eras_and_1904(tenko, folder):
    """A roster that LibreOffice made: a header of two rows with merged cells, days since 1904 in era formats and without any.
    Everybody left on 2026-01-31, which is day 44591 there."""
    rows = [["v職員番号", ">氏名", "-", ">在職期間", "-"], ["-", "姓", "名", "採用日", "退職日"],
            ["001", "佐藤", "花子", "era:2010-04-01", "short:2026-01-31"], ["002", "鈴木", "一郎", "#38807", "#44591"],
            ["003", "高橋", "次郎", "short:2010-04-01", "era:2026-01-31"]]
    with open(os.path.join(folder, "staff.fods"), "w", encoding="utf-8") as file:
        file.write(flat_document(rows))
    convert(folder, "staff.fods", "xlsx")
    with open(os.path.join(folder, "tax.csv"), "w", encoding="utf-8") as file:
        file.write("利用者ID,職員番号,氏名\nu1,001,佐藤花子\nu2,002,鈴木一郎\nu3,003,高橋次郎\n")
    report = os.path.join(folder, "merged")
    subprocess.run([tenko, "run", "--roster", os.path.join(folder, "staff.xlsx"), "--system", "税=" + os.path.join(folder, "tax.csv"),
                    "--as-of", "2026-03-31", "--out", report], check=True, capture_output=True)
    with open(os.path.join(report, "exceptions.jsonl"), encoding="utf-8") as file:
        found = [json.loads(line) for line in file]
    same("merged", [[e["rule"], e["subject"], e["name"], e["evidence"]["left_on"]] for e in found],
         [["leaver-account", f"u{i}", name, "2026-01-31"] for i, name in ((1, "佐藤花子"), (2, "鈴木一郎"), (3, "高橋次郎"))])


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
        for test in (texts_come_back, numbers_and_dates_are_typed, both_read_the_same, merged_headers_eras_and_1904, each_sheet_is_its_list):
            test(sys.argv[1], folder)
            print(f"{test.__name__}: as LibreOffice")
    finally:
        shutil.rmtree(folder)


main()
