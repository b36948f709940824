#!/usr/bin/env python3
"""Every reason why a row of answers is refused, and the writings next to it that are not: tables of cells.

    refusals.py TENKO

A case changes cells of one row that is well answered otherwise; what is expected is docs/REVIEW.md."""
import io, os, shutil, sqlite3, sys, zipfile

from town import CONFIG, TAX, City, answer, as_csv, expect, main

GOOD = ("削除", "", "003 鈴木　一郎", "2026-04-05")


def column(rows, name):
    return rows[0].index(name)


def refused(c, rows, user, cells, why, kind="csv"):
    """Imports the rows with these cells of the user's row; `why` None: the row is recorded."""
    changed = answer(rows, {user: GOOD})
    row = next(r for r in changed if r[3].lstrip("'") == user)
    for name, text in cells.items():
        row[column(rows, name)] = text
    said = c.tenko("review", "import", c.write("in/a.csv", as_csv(changed)), status=1 if why else 0)
    expect(why in said and "受付不可 1 行" in said if why else "受付不可 0 行" in said, user, cells, said)
    return said


def test_rows_of_accounts():
    """Review number, id, system and user ID as they were sent; decision, reviewer and date as they are asked for."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export")
        rows = c.sheet("review/1-税務課.csv")
        number, other = rows[1][1], rows[2][1]
        user = rows[1][3].lstrip("'")
        for cells, why in (
                ({"確認票番号": ""}, "確認票番号"), ({"確認票番号": "x"}, "確認票番号"), ({"確認票番号": "1x"}, "確認票番号"), ({"確認票番号": "1.5"}, "確認票番号"), ({"確認票番号": "'"}, "確認票番号"),
                ({"確認票番号": "-1"}, "確認票番号"), ({"確認票番号": "0000000000000000001"}, "確認票番号"), ({"確認票番号": "2"}, "確認票"), ({"確認票番号": "0"}, None),
                ({"管理番号": ""}, "管理番号"), ({"管理番号": number[:-1]}, number[:-1]), ({"管理番号": number + "0"}, number), ({"管理番号": "x" + number[1:]}, "x" + number[1:]), ({"管理番号": number[:-1] + "g"}, number[:-1]),
                ({"管理番号": "r000000000000000"}, "r000000000000000"), ({"管理番号": other}, other),
                ({"システム": "庁内LAN"}, number), ({"システム": ""}, number), ({"利用者ID": "t0011"}, number), ({"利用者ID": ""}, number),
                ({"判断": ""}, number), ({"判断": "残す"}, "残す"), ({"判断": "継続,削除"}, "継続,削除"), ({"判断": "-"}, "-"),
                ({"確認者": ""}, number), ({"確認日": ""}, number), ({"確認日": "明日"}, number), ({"確認日": "2026-02-30"}, number),
                ({"確認者": "001"}, number), ({"確認者": "001 山田 太郎"}, number), ({"確認者": "山田太郎"}, number), ({"確認者": "'001"}, number), ({"確認者": "１"}, number),
                # only a part of the answer is one too
                ({"判断": "", "確認者": "", "確認日": ""} | {"備考": "?"}, number), ({"判断": "", "確認者": ""}, number), ({"判断": "", "確認日": ""}, number)):
            refused(c, rows, user, cells, why)
        with sqlite3.connect(c.path("tenko.db")) as db:
            expect(db.execute("SELECT count(*) FROM decision").fetchone()[0] <= 1, "nothing that was refused is recorded")


def test_writings_that_are_understood():
    """What spreadsheets and people do to cells: signs, widths, cases, languages, eras."""
    for cells in ({"確認票番号": "'1"}, {"確認票番号": "１"}, {"確認票番号": "1.0"}, {"確認票番号": "01"}, {"確認票番号": "000000000000000001"}, {"システム": "税 "}, {"利用者ID": "T001"}, {"利用者ID": "'t001"}, {"利用者ID": "ｔ００１"},
                  {"判断": "delete"}, {"判断": "DELETE"}, {"判断": "Not ours"}, {"判断": "　削除　"}, {"確認者": "003"}, {"確認者": "'003"}, {"確認者": "3"}, {"確認者": "鈴木一郎"}, {"確認者": "よその人"}, {"確認者": "003\t鈴木"},
                  {"確認者": " '003 鈴木"}, {"確認日": "2026/4/5"}, {"確認日": "R8.4.5"}, {"確認日": "令和8年4月5日"}, {"確認日": "平成38年4月5日"}, {"確認日": "46117"}):
        with City() as c:
            c.run("2026-03-31")
            c.tenko("review", "export")
            refused(c, c.sheet("review/1-税務課.csv"), "t001", cells, None)


def test_a_changed_answer():
    """The same answer again changes nothing; another word, comment, reviewer or day is a new one."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export")
        rows = c.sheet("review/1-税務課.csv")
        for answered, recorded in ((GOOD, 1), (GOOD, 0), (("削除", "急ぎ", GOOD[2], GOOD[3]), 1), (("削除", "", "003", GOOD[3]), 1), (("削除", "", GOOD[2], "2026-04-06"), 1),
                                   (("停止", "", GOOD[2], GOOD[3]), 1), (("継続", "", "002", "2026-04-07"), 1), (("継続", "", "002", "2026-04-07"), 0)):
            said = c.tenko("review", "import", c.write("in/a.csv", as_csv(answer(rows, {"t001": answered}))))
            expect(f"記録 {recorded} 件" in said, answered, said)
        with sqlite3.connect(c.path("tenko.db")) as db:
            expect(db.execute("SELECT count(*) FROM decision").fetchone()[0] == 6, "six answers")


def test_rows_of_links():
    """A number of the rosters, or - for nobody; a name alone is no number, and a link is made once."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export")
        rows = c.sheet("review/1-links.csv")
        at = column(rows, "職員番号")
        for cell, why in (("999", "名簿にその職員番号"), ("佐藤 花子", "職員番号"), ("'", "職員番号"), ("--", "職員番号"), ("'2", None), ("002", None), ("2", None), ("001", "別の人"), ("-", "別の人"), ("－", "別の人")):
            rows[1][at] = cell
            c.tenko("review", "import", c.write("in/l.csv", as_csv(rows)), status=1 if why else 0)
        with sqlite3.connect(c.path("tenko.db")) as db:
            expect(db.execute("SELECT person_id FROM review_link").fetchall() == [("002",)], "one link")
    for cell in ("-", "－", "'-"):
        with City() as c:
            c.run("2026-03-31")
            c.tenko("review", "export")
            rows = c.sheet("review/1-links.csv")
            rows[1][at] = cell
            said = c.tenko("review", "import", c.write("in/l.csv", as_csv(rows)))
            expect("税,0099,-" in c.read("review/links-new.csv").decode(), said)
    with City() as c:  # the keys count there too, and a row with nothing filled in is no answer
        c.run("2026-03-31")
        c.tenko("review", "export")
        rows = c.sheet("review/1-links.csv")
        expect("未記入 1 行" in c.tenko("review", "import", c.write("in/l.csv", as_csv(rows))), "nothing filled in")
        rows[1][at] = "002"
        for name, text in (("確認票番号", "9"), ("管理番号", "r000000000000000"), ("システム", "x"), ("利用者ID", "x")):
            changed = [list(r) for r in rows]
            changed[1][column(rows, name)] = text
            c.tenko("review", "import", c.write("in/l.csv", as_csv(changed)), status=1)


def test_what_is_no_sheet():
    """A head that lacks one of its columns: also of decisions, without which it is no sheet of links; without a review there is nothing to answer."""
    with City() as c:
        c.run("2026-03-31")
        expect("review export" in c.tenko("review", "import", c.write("in/a.csv", "a,b\n1,2\n"), status=4), "no review yet")
        c.tenko("review", "export")
        rows = answer(c.sheet("review/1-税務課.csv"), {"t001": GOOD})
        for name in ("確認票番号", "管理番号", "システム", "利用者ID", "判断", "確認者", "確認日"):
            i = column(rows, name)
            said = c.tenko("review", "import", c.write("in/a.csv", as_csv([r[:i] + r[i + 1:] for r in rows])), status=1)
            expect("確認票ではありません" in said, name, said)
            expect(not os.path.exists(c.path("review/links-new.csv")), name, "links somebody")
        i = column(rows, "備考")
        expect("記録 1 件" in c.tenko("review", "import", c.write("in/a.csv", as_csv([r[:i] + r[i + 1:] for r in rows]))), "a comment need not be there")
        for text in ("", "a\n", "確認票番号,管理番号,システム\n"):
            c.tenko("review", "import", c.write("in/b.csv", text), status=1)
        expect("確認票ではありません" in c.tenko("review", "import", "report/exceptions.xlsx", status=1), "no sheet of a workbook is one")
        book = c.read("review/1-税務課.xlsx")
        for rows_kept in (0, 99):  # cut in its first row, and behind its last
            c.write("in/cut.xlsx", cut_sheet(book, rows_kept))
            said = c.tenko("review", "import", "in/cut.xlsx", status=3)
            expect("cut.xlsx" in said and "壊れて" in said, rows_kept, said)


def cut_sheet(book, rows_kept):
    """The workbook, whose sheet ends in the middle behind so many rows."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                head, *rows = part.split(b"<row ")
                rows[-1] = rows[-1].split(b"</sheetData>")[0]
                part = b"<row ".join([head, *rows[:rows_kept]]) + b"<row <"
            new.writestr(name, part)
    return out.getvalue()


def test_refusals_of_two_reviews():
    """Each review has its file of refused rows; what stood there stays beside it; a place that cannot be written is said, and nothing is recorded."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export", "--reply-by", "2020-01-01")
        c.run("2026-04-30")
        c.tenko("review", "export", "--reply-by", "2099-01-01")
        first, second = (c.sheet(f"review/{n}-税務課.csv") for n in (1, 2))
        bad = {user: ("残す", "", "003", "2026-04-05") for user in ("t001", "t002")}
        rows = answer(first, bad) + answer(second, bad)[1:] + answer(first, {"t004": bad["t001"]})[1:]
        c.tenko("review", "import", c.write("in/a.csv", as_csv(rows)), status=1)
        expect([len(c.sheet(f"review/rejected-{n}.csv")) for n in (1, 2)] == [4, 3], "rows of each")
        before = c.read("review/rejected-1.csv")
        c.tenko("review", "import", "in/a.csv", status=1)
        expect(c.read("review/rejected-1-old.csv") == before, "the file of before")
        os.unlink(c.path("review/rejected-1-old.csv"))
        os.mkdir(c.path("review/rejected-1-old.csv"))
        before = c.read("review/rejected-1.csv")
        c.tenko("review", "import", "in/a.csv", status=1)
        expect(os.path.isdir(c.path("review/rejected-1-old.csv")) and c.read("review/rejected-1-old-2.csv") == before, "a folder in its place is nobody's to take")
        c.write("in/b.csv", as_csv(answer(second, {"t001": GOOD}) + answer(first, {"t002": bad["t002"]})[1:]))
        shutil.rmtree(c.path("review"))
        c.write("review", "a file")
        expect("review" in c.tenko("review", "import", "in/b.csv", status=4), "a file in the folder's place")
        c.write("elsewhere/x", "")
        os.unlink(c.path("review"))
        os.symlink("no/where", c.path("review"))
        c.tenko("review", "import", "in/b.csv", status=4)
        with sqlite3.connect(c.path("tenko.db")) as db:
            expect(db.execute("SELECT count(*) FROM decision").fetchone()[0] == 0, "nothing is recorded by an import that failed")
        os.unlink(c.path("review"))
        said = c.tenko("review", "import", "in/b.csv", status=1)
        expect("記録 1 件" in said and os.path.exists(c.path("review/rejected-1.csv")), said)


def test_what_later_lists_show():
    """A revoked account is gone when a list that was read whole does not have it: not where the system or its list is missing, the list shrank by force, a row of it was refused, or its ID is written otherwise."""
    gone = TAX.replace("t001,001,照会;起票,有効,2026-03-01\n", "")
    longer = TAX + "".join(f"t1{i:02},002,照会,有効,2026-03-01\n" for i in range(8))
    section = CONFIG[CONFIG.index("  - name: 税"):CONFIG.index("  - name: 庁内LAN")]
    none = section.replace("connector: csv, path: systems/tax.csv", "connector: none")
    stopped = TAX.replace("起票,有効", "起票,停止")
    for before, after, config, forced, is_done in (
            (TAX, gone, None, False, True), (TAX, stopped, None, False, True), (stopped, stopped, None, False, False), (TAX, TAX.replace("t001", "T001"), None, False, False),
            (TAX, gone + ",002,照会,有効,2026-03-01\n", None, False, False), (longer, gone, None, True, False), (TAX, gone, none, False, False), (TAX, gone, "", False, False)):
        with City() as c:
            if forced:
                c.write("tenko.yaml", CONFIG.replace("max_shrink_percent: 90", "max_shrink_percent: 30"))
            c.write("systems/tax.csv", before)
            c.run("2026-03-31")
            c.tenko("review", "export", "--reply-by", "2099-12-31")
            c.tenko("review", "import", c.write("in/a.csv", as_csv(answer(c.sheet("review/1-税務課.csv"), {"t001": GOOD}))))
            c.write("systems/tax.csv", after)
            if config is not None:
                c.write("tenko.yaml", CONFIG.replace(section, config))
            c.tenko("run", "--as-of", "2026-04-30", *(["--force", "--reason", "reorganised"] if forced else []))
            status = c.status()
            revoked = next(t for t in status["tests"] if t["test"] == "revoked-is-gone")
            found = [[r["user_id"] for r in status["resolved"]], [r["user_id"] for r in revoked["rows"]]]
            expect(found == ([["t001"], []] if is_done else [[], ["t001"]]), after, config, found)
            expect("t001" in c.tenko("review", "status"), "either way it is named")
            c.tenko("review", "status", "1")
            expect("確認票番号 9 はありません" in c.tenko("review", "status", "9", status=4), "not that there is none at all")
            for word in ["x", "0", "1x"]:
                c.tenko("review", "status", word, status=2)
            if is_done:  # what comes later is another story, and so is another decision
                c.write("systems/tax.csv", TAX)
                c.run("2026-05-31")
                expect([r["user_id"] for r in c.status()["resolved"]] == ["t001"], "it was gone once")
                c.tenko("review", "import", c.write("in/b.csv", as_csv(answer(c.sheet("review/1-税務課.csv"), {"t001": ("継続",) + GOOD[1:]}))))
                expect(c.status()["resolved"] == [], "kept after all")


def test_changes_since_the_last_review():
    """Holder, roles, state, and accounts that are new: what the sheet says of each in the next review."""
    with City() as c:
        c.write("systems/tax.csv", TAX.replace("t002,002,照会,有効", "t002,002,照会,停止"))
        c.run("2026-03-31")
        c.tenko("review", "export", "--reply-by", "2020-01-01")
        expect({r[column(c.sheet("review/1-税務課.csv"), "前回からの変更")] for r in c.sheet("review/1-税務課.csv")[1:]} == {"初回"}, "the first review")
        c.write("systems/tax.csv", "利用者ID,職員番号,権限,状態,最終ログイン\nt001,002,照会,停止,2026-03-01\nt002,002,照会,有効,2026-03-02\nt004,004,照会,有効,2026-02-01\n0099,,照会;起票,有効,2026-03-03\nt010,005,照会,有効,2026-04-01\n")
        c.run("2026-04-30")
        c.tenko("review", "export", "--reply-by", "2099-01-01")
        rows = c.sheet("review/2-税務課.csv")
        found = {r[3].lstrip("'"): r[column(rows, "前回からの変更")] for r in rows[1:]}
        expect(found["t001"].startswith("使用者: 001 → 002; 権限: ") and found["t001"].endswith("; 有効から停止に変更"), found)
        expect(found["t002"] == "停止から有効に変更" and found["t004"] == "変更なし" and found["t010"] == "新規" and found["0099"].startswith("権限: 照会 → "), found)


def test_sheets_that_are_gone():
    """Export within the reply period makes a sheet again that is not there any more, and touches none that is."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export")
        before = {n: c.read("review/" + n) for n in os.listdir(c.path("review"))}
        c.write("review/1-税務課.csv", "filled in")
        os.unlink(c.path("review/1-情報課.csv"))
        os.unlink(c.path("review/1-links.xlsx"))
        c.tenko("review", "export")
        expect(c.read("review/1-情報課.csv") == before["1-情報課.csv"] and c.read("review/1-税務課.csv") == b"filled in" and os.path.exists(c.path("review/1-links.xlsx")), "made again")
        expect(set(os.listdir(c.path("review"))) == set(before), os.listdir(c.path("review")))
        with sqlite3.connect(c.path("tenko.db")) as db:  # somebody edits the ledger: a row that is no account's has no line
            db.execute("UPDATE review_row SET account = 99 WHERE user_id = 't001'")
            db.execute("UPDATE review SET addressed_by = 'nobody'")
        os.unlink(c.path("review/1-税務課.csv"))
        c.tenko("review", "export")
        expect("t001" not in [r[3].lstrip("'") for r in c.sheet("review/1-税務課.csv")], "no line")
        c.tenko("verify", status=1)


def test_places_that_fail():
    """A place for sheets or links that cannot be written is said, and the ledger has nothing of it."""
    with City() as c:
        c.run("2026-03-31")
        c.write("a file", "x")
        for out in ("a file", "no/where"):
            c.tenko("review", "export", "--out", out, status=4)
        expect(c.tenko("review", "status", status=4), "nothing was sent")
        c.tenko("review", "export")
        rows = c.sheet("review/1-links.csv")
        rows[1][column(rows, "職員番号")] = "002"
        c.write("tenko.yaml", CONFIG.replace("policy:\n", "policy:\n  links: policy/links.csv\n"))
        for table in ("備考,誰\nx,y\n", "システム,利用者ID,備考\n", "システム,利用者ID,職員番号\n税,t009,001"):  # a table that has no such columns is left as it is
            c.write("policy/links.csv", table)
            c.tenko("review", "import", c.write("in/l.csv", as_csv(rows)))
            expect(c.read("policy/links.csv").decode().startswith(table), "what stood there is kept")
    with City() as c:  # the folder of the table is gone: nothing is recorded, and later it is
        c.run("2026-03-31")
        c.tenko("review", "export")
        rows = c.sheet("review/1-links.csv")
        rows[1][column(rows, "職員番号")] = "002"
        c.write("tenko.yaml", CONFIG.replace("policy:\n", "policy:\n  links: policy/gone/links.csv\n"))
        expect("links" in c.tenko("review", "import", c.write("in/l.csv", as_csv(rows)), status=4), "the table is named")
        os.mkdir(c.path("policy/gone"))
        expect("記録 1 件" in c.tenko("review", "import", "in/l.csv"), "recorded now")


def test_not_ours():
    """What is not ours goes to the addressee that the comment names, else, or where it names ourselves, to the administrator."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export", "--reply-by", "2099-12-31")
        comments = {"t001": "", "t002": "税務課", "t004": "情報課か税務課"}
        rows = answer(c.sheet("review/1-税務課.csv"), {user: ("他課所管", comment, "003", "2026-04-05") for user, comment in comments.items()})
        c.tenko("review", "import", c.write("in/a.csv", as_csv(rows)))
        c.tenko("review", "export", "--reply-by", "2099-12-31")
        asked = {r[3]: name for name in ("管理者", "情報課") if os.path.exists(c.path(f"review/2-{name}.csv")) for r in c.sheet(f"review/2-{name}.csv")[1:]}
        expect(asked["t001"] == asked["t002"] == "管理者" and asked["t004"] in ("管理者", "情報課"), asked)


def test_reviewers_without_a_number():
    """Two answers are two opinions where the reviewers' names differ, and one that was changed where they do not."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export", "--reply-by", "2099-12-31")
        rows = c.sheet("review/1-税務課.csv")
        for user, names in (("t001", ("よその人", "別の人")), ("t002", ("よその人", "よその人")), ("t004", ("よその人", "003")), ("0099", ("003", "よその人"))):
            for decision, name in zip(("停止", "削除"), names):
                c.tenko("review", "import", c.write("in/a.csv", as_csv(answer(rows, {user: (decision, "", name, "2026-04-05")}))))
        expect(sorted(r["user_id"] for r in c.status()["conflicts"]) == ["0099", "t001", "t004"], c.status()["conflicts"])


def test_sheets_of_links():
    """Accounts of services need nobody, and are on no sheet of links; where the organization has no name a sheet of any is taken."""
    with City() as c:
        c.write("tenko.yaml", CONFIG.replace("organization: みなと市\n", "").replace("    manager:", '    kinds: {service: ["svc_*"], shared: ["room*"]}\n    manager:'))
        c.write("systems/tax.csv", TAX + "svc_backup,,照会,有効,2026-03-03\nroom1,,照会,有効,2026-03-03\n")
        c.tenko("run", "--force", "--reason", "accounts of nobody")
        c.tenko("review", "export")
        expect([r[3].lstrip("'") for r in c.sheet("review/1-links.csv")[1:]] == ["0099"], c.sheet("review/1-links.csv"))
        sheet = "団体名,,よその市\r\n".encode("utf-8-sig") + as_csv(answer(c.sheet("review/1-税務課.csv"), {"t001": GOOD}), "utf-8")
        expect("記録 1 件" in c.tenko("review", "import", c.write("in/a.csv", sheet)), "recorded")


if __name__ == "__main__":
    sys.exit(main(globals()))
