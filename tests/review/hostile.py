#!/usr/bin/env python3
"""Answers that would break, forge or smuggle something: each as CSV and as a workbook, also as LibreOffice saves it where it is here.

    hostile.py TENKO

What is expected: every row is recorded or refused with file, line and reason, never lost, never half; nothing is executed."""
import re, shutil, sqlite3, sys

from sheets import FILLED, fill, fill_workbook, libreoffice
from town import KEEP, City, answer, as_csv, expect, failing, main

OWNER = "税務課"


def reviewed(c, owner=OWNER):
    c.run("2026-03-31")
    c.tenko("review", "export", "--reply-by", "2026-04-14")
    return c.sheet(f"review/1-{owner}.csv")


def workbook(c, rows, name="in/a.xlsx", owner=OWNER, change=lambda name, part: part):
    """The workbook that was sent, with the rows' answers typed in."""
    return c.write(name, fill_workbook(c.read(f"review/1-{owner}.xlsx"), rows, change))


def sheet_xml(edit):
    """A change of fill_workbook that edits the sheet's XML as text."""
    return lambda name, part: edit(part.decode()).encode() if name == "xl/worksheets/sheet1.xml" else part


def decisions(c):
    with sqlite3.connect(c.path("tenko.db")) as db:
        return db.execute("SELECT r.user_id, d.what, d.comment, d.reviewer FROM decision d JOIN review_row r USING (review, row) ORDER BY decision").fetchall()


def test_formulas():
    """A formula is what it last showed: in a key or an answer its cached value counts, one that was never computed is an empty cell; as text in CSV it is text."""
    with City() as c:
        rows = answer(reviewed(c), {"t001": KEEP, "t002": ("削除", "", "003", "2026-04-05")})

        def edit(xml):
            formula = '<c r="\\1" t="str"><f>HYPERLINK("http://x","継続")</f><v>\\2</v></c>'
            xml = re.sub(r'<c r="(U\d+)" t="inlineStr"><is><t xml:space="preserve">(継続)</t></is></c>', formula, xml)
            return re.sub(r'<c r="(U\d+)" t="inlineStr"><is><t xml:space="preserve">削除</t></is></c>', r'<c r="\1"><f>IF(1,"削除")</f></c>', xml)
        said = c.tenko("review", "import", workbook(c, rows, change=sheet_xml(edit)), status=1)
        expect("記録 1 件" in said and "受付不可 1 行" in said and "判断が空欄" in said, said)
        expect([d[:2] for d in decisions(c)] == [("t001", "keep")], decisions(c))
        rows = answer(c.sheet("review/1-税務課.csv"), {"t002": ('=IF(1,"継続")', "", "003", "2026-04-05"), "0099": ("停止", '=HYPERLINK("http://x")', "003", "2026-04-05")})
        said = c.tenko("review", "import", c.write("in/b.csv", as_csv(rows)), status=1)
        expect("記録 1 件" in said and "受付不可 1 行" in said, said)
        expect(decisions(c)[-1] == ("0099", "disable", '=HYPERLINK("http://x")', "003"), decisions(c))
        expect("'=IF(1" in c.read("review/rejected-1.csv").decode(), "what goes back is safe for spreadsheets")


def test_long_cells():
    """32,767 characters, the most that a cell of Excel holds, come through whole."""
    long = "字" * 32767
    for kind in ("csv", "xlsx"):
        with City() as c:
            rows = answer(reviewed(c), {"t001": ("継続", long, "003", "2026-04-05")})
            path = workbook(c, rows) if kind == "xlsx" else c.write("in/a.csv", as_csv(rows, "cp932"))
            expect("記録 1 件" in c.tenko("review", "import", path), kind)
            expect(decisions(c) == [("t001", "keep", long, "003")], kind)


def test_line_ends():
    """CR, LF and CRLF between rows and inside a comment."""
    for end in ("\r", "\n", "\r\n"):
        with City() as c:
            rows = answer(reviewed(c), {"t001": ("継続", f"一行目{end}二行目", "003", "2026-04-05"), "t002": KEEP})
            expect("記録 2 件" in c.tenko("review", "import", c.write("in/a.csv", as_csv(rows, end=end))), repr(end))
            expect(decisions(c)[0][2].split() == ["一行目", "二行目"], decisions(c))
    with City() as c:
        rows = answer(reviewed(c), {"t001": ("継続", "一行目\n二行目", "003", "2026-04-05")})
        c.tenko("review", "import", workbook(c, rows))
        expect(decisions(c)[0][2] == "一行目\n二行目", decisions(c))


def test_two_reviewers():
    """Two people answer one row, in two files or twice in one: both are kept, the conflict is shown, the first answer closes nothing."""
    for kind in ("csv", "xlsx", "one file"):
        with City() as c:
            sent = reviewed(c)
            first, second = answer(sent, {"t001": KEEP}), answer(sent, {"t001": ("削除", "", "002 佐藤 花子", "2026-04-06")})
            if kind == "one file":
                c.write("in/a.csv", as_csv(first + second[1:]))
                c.tenko("review", "import", "in/a.csv")
            else:
                for name, rows in (("a", first), ("b", second)):
                    path = f"in/{name}.{kind}"
                    workbook(c, rows, path) if kind == "xlsx" else c.write(path, as_csv(rows))
                    c.tenko("review", "import", path)
            expect([d[:2] for d in decisions(c)] == [("t001", "keep"), ("t001", "delete")], kind, decisions(c))
            s = c.status()
            expect([r["user_id"] for r in s["conflicts"]] == ["t001"] and failing(s)["revoked-is-gone"] == ["t001"], s)
            third = answer(sent, {"t001": ("削除", "", "003 鈴木　一郎", "2026-04-07")})  # they agree now
            c.tenko("review", "import", c.write("in/c.csv", as_csv(third)))
            expect(c.status()["conflicts"] == [] and len(decisions(c)) == 3, "settled, and nothing is forgotten")


def test_edited_keys():
    """Protection removed and keys edited: user ID, system, id, review number, and rows whose cells were sorted apart."""
    def edits(rows):
        head, body = rows[0], [list(r) for r in rows[1:]]
        body[0][3] = "t999"
        body[1][2] = "庁内LAN"
        body[2][1] = body[2][1][:-1] + ("0" if body[2][1][-1] != "0" else "1")
        body[3][0] = "2"
        return [head, *body]

    answers = {u: ("削除", "", "003", "2026-04-05") for u in ("t001", "t002", "t004", "0099")}
    with City() as c:
        rows = answer(reviewed(c), answers)
        said = c.tenko("review", "import", c.write("in/a.csv", as_csv(edits(rows))), status=1)
        expect("記録 0 件" in said and "受付不可 4 行" in said and not decisions(c), said)
    with City() as c:
        rows = answer(reviewed(c), answers)

        def edit(xml):
            for before, after in zip(rows[1:], edits(rows)[1:]):
                for old, new in zip(before, after):
                    if old != new and old != "1":
                        number = re.search(r'<row r="(\d+)"(?:(?!</row>).)*?' + re.escape(before[1]), xml, re.S)[1]
                        xml = re.sub(rf'(<c r="[A-D]{number}"[^>]*><is><t[^>]*>){re.escape(old)}<', rf"\g<1>{new}<", xml)
            return re.sub("<sheetProtection[^>]*/>", "", xml)
        said = c.tenko("review", "import", workbook(c, rows, change=sheet_xml(edit)), status=1)
        expect("受付不可 3 行" in said and "記録 1 件" in said, said)  # the fourth keeps its number here
    with City() as c:  # one column was sorted alone
        rows = answer(reviewed(c), answers)
        ids = [r[1] for r in rows[1:]]
        for r, number in zip(rows[1:], ids[1:] + ids[:1]):
            r[1] = number
        said = c.tenko("review", "import", c.write("in/a.csv", as_csv(rows)), status=1)
        expect("受付不可 4 行" in said and not decisions(c), said)


def test_macros():
    """A workbook with macros is refused by name, whatever it calls itself; nothing else of that import is recorded."""
    for name in ("in/回答.xlsm", "in/回答.xlsx"):
        with City() as c:
            rows = answer(reviewed(c), {"t001": KEEP})
            data = workbook(c, rows, name, change=lambda n, part: part.replace(b"spreadsheetml.sheet.main+xml", b"x").replace(b"application/vnd.openxmlformats-officedocument.x", b"application/vnd.ms-excel.sheet.macroEnabled.main+xml") if n == "[Content_Types].xml" else part)
            said = c.tenko("review", "import", data, c.write("in/b.csv", as_csv(rows)), status=3)
            expect("回答.xls" in said and "マクロ" in said and not decisions(c), said)


def test_renamed_and_moved_sheets():
    """The sheet renamed, or behind one that somebody put before it."""
    with City() as c:
        rows = answer(reviewed(c), {"t001": KEEP})

        def rename(name, part):
            return part.replace('name="確認票"'.encode(), 'name="4月分 (2)"'.encode()) if name == "xl/workbook.xml" else part
        expect("記録 1 件" in c.tenko("review", "import", workbook(c, rows, change=rename)), "renamed")
    with City() as c:
        rows = answer(reviewed(c), {"t001": KEEP})

        def cover(name, part):
            text = part.decode("utf-8", "replace")
            if name == "xl/workbook.xml":
                return text.replace("<sheets>", '<sheets><sheet name="送付状" sheetId="9" r:id="rId99"/>').encode()
            if name == "xl/_rels/workbook.xml.rels":
                return text.replace("</Relationships>", '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/cover.xml"/></Relationships>').encode()
            if name == "[Content_Types].xml":
                return text.replace("</Types>", '<Override PartName="/xl/worksheets/cover.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>').encode()
            return part
        path = workbook(c, rows, change=cover)
        import zipfile
        with zipfile.ZipFile(path, "a") as z:
            z.writestr("xl/worksheets/cover.xml", '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>よろしくお願いします</t></is></c></row></sheetData></worksheet>')
        expect("記録 1 件" in c.tenko("review", "import", path), "behind a cover sheet")


def test_rearranged():
    """Columns hidden, rows filtered away, sorted, empty rows between, columns added and moved."""
    answers = {"t001": KEEP, "t002": KEEP, "0099": ("停止", "", "003", "2026-04-05")}
    with City() as c:
        head, *body = answer(reviewed(c), answers)
        order = [len(head) - 1 - i for i in range(len(head))]
        moved = [[r[i] for i in order] + ["メモ"] for r in [head, *reversed(body)]]
        moved[2:2] = [[""] * len(moved[0])] * 3
        expect("記録 3 件" in c.tenko("review", "import", c.write("in/a.csv", as_csv(moved))), "as CSV")
    with City() as c:
        rows = answer(reviewed(c), answers)

        def edit(xml):
            xml = re.sub(r"<col min", '<col hidden="1" min', xml)
            return re.sub(r'<row r="(\d*[13579])"', r'<row r="\1" hidden="1"', xml)
        expect("記録 3 件" in c.tenko("review", "import", workbook(c, rows, change=sheet_xml(edit))), "hidden in a workbook")


def test_other_organization_and_review():
    """A sheet of another organization, of another ledger, of a review that a newer one has replaced, and one that is none."""
    with City() as c, City() as other:
        rows = answer(reviewed(c), {"t001": KEEP})
        other.write("tenko.yaml", other.read("tenko.yaml").decode().replace("みなと市", "となり町"))
        theirs = answer(reviewed(other), {"t001": KEEP})
        path = workbook(other, theirs, "in/other.xlsx")
        said = c.tenko("review", "import", path, status=1)
        expect("別の団体" in said and "other.xlsx" in said and not decisions(c), said)
        said = c.tenko("review", "import", other.write("in/other.csv", as_csv(theirs)), status=1)
        expect("受付不可 1 行" in said and not decisions(c), said)
        c.tenko("review", "import", c.write("in/a.csv", as_csv(rows)))
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export", "--reply-by", "2020-01-01")
        old = answer(c.sheet("review/1-税務課.csv"), {"t001": KEEP})
        c.run("2026-04-30")
        c.tenko("review", "export", "--reply-by", "2099-04-14")
        late = c.tenko("review", "import", c.write("in/a.csv", as_csv(old)), status=1)
        expect("受付不可 1 行" in late and "確認票 2" in late and not decisions(c), late)


def test_libreoffice():
    """What LibreOffice makes of the workbook: as xlsx, and as CSV in CP932 of the sheet with its lines above the table."""
    if not shutil.which("soffice"):
        return
    with City() as c:
        rows = answer(reviewed(c), {"t001": ("継続", "=1+1", "003", "2026-04-05"), "t002": ("変更", "一行目\n二行目", "003", "2026-04-05"), "0099": ("停止", "", "003", "R8.4.5")})
        path = workbook(c, rows)
        saved = libreoffice(c.root, [path]) + libreoffice(c.root, [path], "csv:Text - txt - csv (StarCalc):44,34,64,1")
        expect("記録 3 件" in c.tenko("review", "import", saved[0]), "xlsx")
        expect("記録 0 件、記録済み 3 件" in c.tenko("review", "import", saved[1]), "the same as CSV")


if __name__ == "__main__":
    sys.exit(main(globals()))
