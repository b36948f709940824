#!/usr/bin/env python3
"""The review round trip on a small city: sheets out, filled as people fill them, in again, and proof by later lists.

    round.py TENKO

Each test below is one story; what is expected is docs/REVIEW.md."""
import csv, io, json, os, re, shutil, sqlite3, sys, zipfile

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "stories"))
from sheets import fill_workbook  # noqa: E402
from town import COLUMNS, CONFIG, FILLED, KEEP, KEEP_LAN, ROSTER, TAX, City, answer, as_csv, expect, failing, main, sheet_texts  # noqa: E402
from workbook import workbook  # noqa: E402


def test_three_runs():
    """Asked, answered, deleted, proven: the account that is to go is on the second list still, and gone on the third."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export", "--reply-by", "2026-04-14")
        expect(sorted(os.listdir(c.path("review"))) == ["1-links.csv", "1-links.xlsx", "1-情報課.csv", "1-情報課.xlsx", "1-税務課.csv", "1-税務課.xlsx"], os.listdir(c.path("review")))
        expect(oct(os.stat(c.path("review")).st_mode)[-3:] == "700" and all(oct(os.stat(c.path("review/" + n)).st_mode)[-3:] == "600" for n in os.listdir(c.path("review"))), "modes")
        before = {n: c.read("review/" + n) for n in os.listdir(c.path("review"))}
        expect("追加はありません" in c.tenko("review", "export"), "a second export adds nothing and says so")
        expect(before == {n: c.read("review/" + n) for n in os.listdir(c.path("review"))}, "nor does it touch a sheet")
        tax = c.sheet("review/1-税務課.csv")
        expect(tax[0][:4] == COLUMNS and tax[0][-4:] == FILLED, tax[0])
        expect(len(tax) == 5, "every account, not only exceptions")
        c.write("in/tax.csv", as_csv(answer(tax, {"t001": KEEP, "t002": KEEP, "t004": ("削除", "退職", "003", "2026/4/5"), "0099": ("停止", "", "鈴木一郎", "2026-04-20")}), "cp932"))
        c.write("in/lan.csv", as_csv(answer(c.sheet("review/1-情報課.csv"), {"l001": KEEP_LAN, "l006": KEEP_LAN}), "utf-16", "\t"))
        said = c.tenko("review", "import", "in/tax.csv", "in/lan.csv")
        expect("記録 6 件" in said and "未記入 1 行" in said, said)
        expect("記録 0 件、記録済み 6 件" in c.tenko("review", "import", "in/tax.csv", "in/lan.csv"), "the same file again changes nothing")
        s = c.status()
        expect(s["review"] == 1 and s["reply_by"] == "2026-04-14", s)
        expect(s["addressees"] == [dict(addressee="情報課", sent=3, answered=2, unanswered=1, resolved=0, overdue=0), dict(addressee="税務課", sent=4, answered=4, unanswered=0, resolved=0, overdue=0)], s["addressees"])
        expect(failing(s) == {"everything-answered": ["l005"], "answered-in-time": ["0099"], "revoked-is-gone": ["0099", "t004"]}, failing(s))
        c.run("2026-04-30")  # nothing was done yet
        expect(c.status()["addressees"][1]["overdue"] == 0, "one list is not overdue")
        found = {e["subject"]: e["decision"] for e in c.exceptions() if e["rule"] == "leaver-account"}
        expect(found["t004"] == dict(decision="delete", comment="退職", reviewer="003", reviewed_on="2026-04-05"), found)
        c.run("2026-05-31")
        expect(c.status()["addressees"][1]["overdue"] == 2, "two later lists show both")
        c.write("systems/tax.csv", TAX.replace("t004,004,照会,有効,2026-02-01\n", "").replace("0099,,照会,有効", "0099,,照会,停止"))
        c.run("2026-06-30")
        s = c.status()
        expect(s["addressees"][1]["resolved"] == 2 and s["addressees"][1]["overdue"] == 0, s["addressees"])
        expect([(r["user_id"], r["from_run"], r["to_run"], r["days"]) for r in s["resolved"]] == [("t004", 1, 4, 91), ("0099", 1, 4, 91)], s["resolved"])
        expect("revoked-is-gone" not in failing(s), failing(s))
        for n in (1, 2, 3, 4):  # decisions of later days change no earlier report
            c.tenko("report", "--run", str(n), "--out", "again", "--format", "jsonl,csv")
            if n == 4:
                expect(c.read("again/exceptions.jsonl") == c.read("report/exceptions.jsonl"), "report --run is byte-identical")
            if n == 1:
                expect(b'"decision":null' in c.read("again/exceptions.jsonl"), "run 1 knew no decision")
            shutil.rmtree(c.path("again"))


def test_rejected():
    """Every refused row is said with file and line, and comes back as a file; the others are recorded."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export")
        tax = c.sheet("review/1-税務課.csv")
        rows = answer(tax, {"t001": ("継続", "", "001", "2026-04-05"), "t002": ("残す", "", "003", "2026-04-05"), "t004": ("継続", "", "003", "2026-04-05"), "0099": ("継続", "", "", "2026-04-05")})
        said = c.tenko("review", "import", c.write("in/1.csv", as_csv(rows)), status=1)
        for line in (2, 3, 4, 5):
            expect(f"1.csv:{line}: " in said, line, said)
        back = c.sheet("review/rejected-1.csv")
        expect(len(back) == 5 and back[0][:4] == COLUMNS and "問題" in back[0], back)
        rows = answer(tax, {"t001": ("継続", "", "山田太郎", "2026-04-05"), "t002": ("継続", "", "002 佐藤　花子", "2026-04-05"), "0099": ("継続", "", "003", "2月31日")})
        rows[3][3] = "t999"
        rows[3][-4:] = ["削除", "", "003", "2026-04-05"]
        said = c.tenko("review", "import", c.write("in/2.csv", as_csv(rows)), status=1)
        expect("受付不可 4 行" in said, said)
        rows = answer(tax, {"t001": KEEP, "t002": KEEP})
        rows[1][1] = "r000000000000000"
        rows[2][0] = "7"
        said = c.tenko("review", "import", c.write("in/3.csv", as_csv(rows)), status=1)
        expect("受付不可 2 行" in said, said)
        expect(sum(a["answered"] for a in c.status()["addressees"]) == 0, "nothing was recorded")
        for name, source in (("rejected-1-old.csv", "1.csv"), ("rejected-1-old-2.csv", "2.csv"), ("rejected-1.csv", "3.csv")):
            expect(all(r[-2].endswith(source) for r in c.sheet("review/" + name)[1:]), name, "rows that nobody was sent yet are not lost")
        # corrected in the file that was sent back
        back = c.sheet("review/rejected-1.csv")
        back[1][1], back[2][0] = tax[1][1], "1"
        said = c.tenko("review", "import", c.write("review/rejected-1.csv", as_csv(back)))
        expect("記録 2 件" in said, said)
        c.tenko("review", "import", "missing.csv", status=3)
        expect("確認票ではありません" in c.tenko("review", "import", "systems/tax.csv", status=1), "no review sheet")


def test_spreadsheet_damage():
    """Sorted, filtered, with empty rows, extra columns, zeros eaten and other delimiters: the keys still fit."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export")
        rows = answer(c.sheet("review/1-税務課.csv"), {"t001": KEEP, "t002": KEEP, "0099": ("削除", "=1+1", "003", "2026-04-05")})
        head, body = ["", *rows[0], "メモ"], [["", *r, "x"] for r in reversed(rows[1:])]
        for r in body:
            if r[4] == "0099":
                r[4] = "99"  # Excel
            r[1] = "’1" if False else "'1"
            r[2] = r[2].upper()
        above = [["アカウント棚卸 確認票"], ["団体名", "", "みなと市"], []]
        said = c.tenko("review", "import", c.write("in/x.csv", as_csv([*above, head, *body[:2], [""] * len(head), *body[2:]], "cp932", ";", "\r")))
        expect("記録 3 件" in said and "受付不可 0 行" in said, said)
        other = [["団体名", "", "となり町"], head, *body]
        expect("別の団体" in c.tenko("review", "import", c.write("in/y.csv", as_csv(other)), status=1), "another organization")


def test_two_reviewers():
    """Two reviewers, two answers: both are kept and shown, and the last one counts. A changed answer is a new decision."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export")
        rows = c.sheet("review/1-税務課.csv")
        c.tenko("review", "import", c.write("in/a.csv", as_csv(answer(rows, {"t001": KEEP, "t002": KEEP}))))
        said = c.tenko("review", "import", c.write("in/b.csv", as_csv(answer(rows, {"t001": ("削除", "", "002", "2026-04-06"), "t002": ("停止", "", "003 鈴木　一郎", "2026-04-06")}))))
        expect("判断が異なる回答: 1 件" in said, said)
        s = c.status()
        expect([r["user_id"] for r in s["conflicts"]] == ["t001"], s["conflicts"])
        expect("t001" in c.tenko("review", "status").split("複数の確認者")[-1], "and on the terminal")
        expect(failing(s)["revoked-is-gone"] == ["t001", "t002"], failing(s))


def test_late_list_and_not_ours():
    """A late list makes a supplement; what is not ours goes to the addressee of the comment, else to the administrator."""
    with City() as c:
        lan = c.read("systems/lan.csv")
        c.write("systems/lan.csv", "利用者ID,職員番号,状態\nl001,001,有効\n")
        c.run("2026-03-31")
        c.tenko("review", "export")
        c.write("systems/lan.csv", lan)
        c.run("2026-03-31")
        expect(failing(c.status())["everything-sent"] == ["l005", "l006"], "the late accounts were not sent yet")
        expect("l005" in c.tenko("review", "status"), "and are named")
        said = c.tenko("review", "export")
        expect("確認票 2（確認票 1 の追加分）" in said and "アカウント 2 件" in said, said)
        expect([r[3] for r in c.sheet("review/2-情報課.csv")[1:]] == ["l005", "l006"], "only what is new")
        expect("everything-sent" not in failing(c.status()), "now everything was sent")
        rows = answer(c.sheet("review/1-税務課.csv"), {"t001": ("他課所管", "情報課のものです", "003", "2026-04-05"), "t002": ("他課所管", "不明", "003", "2026-04-05")})
        c.tenko("review", "import", c.write("in/a.csv", as_csv(rows)))
        c.tenko("review", "export")
        expect([r[3] for r in c.sheet("review/3-情報課.csv")[1:]] == ["t001"], "named in the comment")
        expect([r[3] for r in c.sheet("review/3-管理者.csv")[1:]] == ["t002"], "the administrator's")
        expect("追加はありません" in c.tenko("review", "export"), "passed on once")


def test_disabled_before():
    """To delete what is disabled already is done when it is gone; to disable it, when a later list shows it so."""
    for decision, open_after in (("削除", ["t002"]), ("停止", None)):
        with City() as c:
            c.write("systems/tax.csv", TAX.replace("t002,002,照会,有効", "t002,002,照会,停止"))
            c.run("2026-03-31")
            c.tenko("review", "export")
            c.tenko("review", "import", c.write("in/a.csv", as_csv(answer(c.sheet("review/1-税務課.csv"), {"t002": (decision, "", "003", "2026-04-05")}))))
            c.run("2026-04-30")
            expect(failing(c.status()).get("revoked-is-gone") == open_after, decision, failing(c.status()))


def test_chain():
    """Sheets sent, answers, what runs saw of them and purges are links of the chain: verify names the review and row that was touched."""
    with City() as c:
        c.run("2026-03-31")
        expect("台帳: " in c.tenko("review", "export"), "the new head is said")
        sheet = c.sheet("review/1-税務課.csv")
        ids = {r[3].lstrip("'"): r[1] for r in sheet[1:]}
        c.tenko("review", "import", c.write("in/a.csv", as_csv(answer(sheet, {"t001": ("削除", "", "003", "2026-04-05"), "t002": KEEP}))))
        c.tenko("review", "import", c.write("in/b.csv", as_csv(answer(sheet, {"t002": ("変更", "照会のみ", "003", "2026-04-06")}))))
        links = c.sheet("review/1-links.csv")
        links[1][links[0].index("職員番号")] = "002"
        c.tenko("review", "import", c.write("in/links.csv", as_csv(links)))
        c.write("systems/tax.csv", "".join(l for l in TAX.splitlines(True) if not l.startswith("t001")))
        c.run("2026-04-30")
        c.tenko("purge", "--before", "2026-04-01")
        head = json.loads(c.tenko("verify", "--format", "json"))["head"]
        with sqlite3.connect(c.path("tenko.db")) as db:
            expect(head == db.execute("SELECT hash FROM entry ORDER BY entry DESC").fetchone()[0], "the purge is the head")
            older = [h for (h,) in db.execute("SELECT hash FROM entry UNION SELECT hash FROM run")]
        for h in older:
            c.tenko("verify", "--head", h)
        whole = c.read("tenko.db")

        def faults(*statements):
            c.write("tenko.db", whole)
            with sqlite3.connect(c.path("tenko.db")) as db:
                for s in statements:
                    expect(db.execute(s).rowcount != 0, s, "touched nothing")
            db.close()
            found = json.loads(c.tenko("verify", "--format", "json", status=1))["faults"]
            return {(f["table"], f["row"]) for f in found}

        def key(user_id):
            row = 1 + [r[3].lstrip("'") for r in sheet[1:]].index(user_id)
            return f"1/{row} {ids[user_id]}"

        decision = "SELECT max(decision) FROM decision WHERE what = 'change'"
        expect(faults(f"UPDATE decision SET what = 'keep' WHERE decision = ({decision})") >= {("decision", key("t002"))}, "an edited decision")
        expect(("decision", key("t002")) in faults(f"DELETE FROM decision WHERE decision = ({decision})"), "a deleted decision")
        expect(faults("UPDATE decision SET comment = 'x' WHERE what = 'delete'") == {("decision", key("t001"))}, "a comment")
        expect(faults("INSERT INTO decision SELECT 99, review, row, 'keep', '', reviewer, reviewer_id, is_right, reviewed_on, file, line, entry FROM decision WHERE what = 'delete'") >= {("decision", key("t001"))}, "an added decision")
        expect(("decision", "1/1") in faults("INSERT INTO decision SELECT 99, 1, 1, what, '', reviewer, reviewer_id, is_right, reviewed_on, file, line, 77 FROM decision WHERE what = 'delete'"), "a decision of no import")
        expect(faults("UPDATE review_row SET person_id = '002' WHERE user_id = 't001'") == {("review_row", key("t001"))}, "a frozen row")
        expect(faults("UPDATE review SET reply_by = '2027-01-01'") == {("review", "1")}, "the date of reply")
        expect(faults("UPDATE review_link SET person_id = '001'") == {("review_link", key("0099"))}, "a link")
        expect(faults("UPDATE purge SET who = 'nobody'") == {("purge", "1")}, "a purge")
        expect(faults("DELETE FROM purge") >= {("purge", "1")}, "a purge that is gone")
        expect(faults("UPDATE entry SET who = 'nobody' WHERE entry = 2") == {("entry", "2")}, "who imported")
        expect(faults("UPDATE revocation SET resolved_run = NULL") == {("revocation", key("t001").split()[0])}, "what became of it")
        expect(("run", "2") in faults("UPDATE revocation_event SET what = 'not_shown' WHERE what = 'shown'"), "what a run saw")
        expect(("entry", "3") in faults("DELETE FROM decision WHERE entry = 2", "DELETE FROM entry WHERE entry = 2"), "a whole import that is gone breaks the link of the next")


def test_report_shows_review():
    """The status as it was at each run: a sheet of exceptions.xlsx and a section of index.html, in both languages, and again later."""
    with City() as c:
        c.run("2026-03-31")
        expect(b'id="review"' not in c.read("report/index.html"), "nothing was sent yet")
        c.tenko("review", "export", "--reply-by", "2026-04-14")
        c.tenko("review", "import", c.write("in/a.csv", as_csv(answer(c.sheet("review/1-税務課.csv"), {"t001": KEEP, "t002": KEEP, "t004": ("削除", "", "003", "2026-04-05")}))))
        c.write("systems/tax.csv", TAX.replace("t004,004,照会,有効,2026-02-01\n", ""))
        c.run("2026-04-30")
        page = c.read("report/index.html").decode()
        for part in ("棚卸の状況", "確認票 1（実行 1）", "回答期限 2026-04-14", "不合格: 4行", "措置を確認した", "確認すべき人が回答した"):
            expect(part in page, part)
        rows = sheet_texts(c.read("report/exceptions.xlsx"), "棚卸の状況")
        flat = [[x for x in r if x] for r in rows]
        expect(["1", "税務課", "4", "3", "1", "1", "0"] in [r[:7] for r in flat], rows)
        expect(any("措置を確認した" in r and "t004" in r and "削除" in r for r in rows), rows)
        kept = {n: c.read("report/" + n) for n in ("index.html", "exceptions.xlsx")}
        c.tenko("review", "import", c.write("in/b.csv", as_csv(answer(c.sheet("review/1-情報課.csv"), {"l001": KEEP_LAN, "l005": ("継続", "", "006", "2026-04-06"), "l006": KEEP_LAN}))))
        c.run("2026-05-31")
        expect("不合格: 1行" in c.read("report/index.html").decode(), "0099 alone is not answered")
        c.tenko("report", "--run", "2", "--out", "again")
        for name, data in kept.items():
            expect(c.read("again/" + name) == data, name, "is not what it was")
        c.tenko("report", "--run", "2", "--out", "english", "--lang", "en", "--format", "html,xlsx")
        expect("Review of accounts" in c.read("english/index.html").decode(), "English page")
        expect(sheet_texts(c.read("english/exceptions.xlsx"), "review")[2:3], "English sheet")
        c.tenko("report", "--run", "1", "--out", "first", "--format", "html")
        expect(b'id="review"' not in c.read("first/index.html"), "run 1 knew of no review")


def test_waiver():
    """keep on a leaver's account needs a waiver."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export")
        rows = as_csv(answer(c.sheet("review/1-税務課.csv"), {"t004": KEEP}))
        c.tenko("review", "import", c.write("in/a.csv", rows), status=1)
        c.write("policy/waivers.csv", "rule,target,subject,reason,approved_by,valid_until\nleaver-account,税,t004,引継ぎ,003,2026-06-30\n")
        c.run("2026-03-31")
        c.tenko("review", "import", "in/a.csv")


def test_by():
    """By department of the holder, and by manager: the holder's, else the system's."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export", "--by", "manager")
        expect({n for n in os.listdir(c.path("review")) if n.endswith(".csv")} == {"1-003 鈴木 一郎.csv", "1-005 高橋 三郎.csv", "1-情報課.csv", "1-links.csv"}, os.listdir(c.path("review")))
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export", "--by", "department")
        expect({n for n in os.listdir(c.path("review")) if n.endswith(".csv")} == {"1-税務課.csv", "1-情報課.csv", "1-市民課.csv", "1-links.csv"}, os.listdir(c.path("review")))


def test_hostile():
    """Cells of 32,767 characters, formulas and lone line ends come through; nothing is executed or lost."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export")
        rows = answer(c.sheet("review/1-税務課.csv"), {"t001": ("継続", "字" * 32767, "003", "2026-04-05"), "t002": ("継続", '=HYPERLINK("http://x")\n改行', "003", "2026-04-05"), "0099": ("=1+1", "", "003", "2026-04-05")})
        said = c.tenko("review", "import", c.write("in/a.csv", as_csv(rows)), status=1)
        expect("記録 2 件" in said and "受付不可 1 行" in said, said)
        expect("\"'=1+1\"" in c.read("review/rejected-1.csv").decode() or "'=1+1" in c.read("review/rejected-1.csv").decode(), "safe for spreadsheets")


def test_links():
    """Orphans get a sheet on which person_id is filled in; the table's bytes stay, and the next run links the account."""
    for encoding, end in (("utf-8-sig", "\r\n"), ("cp932", "\n"), ("utf-16", "\r\n")):
        with City() as c:
            old = f"備考,システム,利用者ID,職員番号{end}髙橋の確認,税,t009,001".encode(encoding)
            c.write("policy/links.csv", old)
            c.write("tenko.yaml", CONFIG.replace("policy:\n", "policy:\n  links: policy/links.csv\n"))
            c.run("2026-03-31")
            c.tenko("review", "export")
            rows = c.sheet("review/1-links.csv")
            expect([r[3] for r in rows[1:]] == ["0099"] and "候補者" in rows[0], rows)
            rows[1][rows[0].index("職員番号")] = "2"
            rows[1][rows[0].index("備考")] = "電話で確認"
            said = c.tenko("review", "import", c.write("in/links.csv", as_csv(rows, "cp932")))
            expect("結び付けを追加しました" in said, said)
            new = c.read("policy/links.csv")
            expect(new.startswith(old), "what stood there is kept byte for byte")
            added = new[len(old):].decode({"utf-16": "utf-16-le"}.get(encoding, encoding).removesuffix("-sig"))
            expect(added == f"{end}電話で確認,税,0099,002{end}", repr(added))
            expect("記録 0 件、記録済み 1 件" in c.tenko("review", "import", "in/links.csv"), "once")
            expect(c.read("policy/links.csv") == new, "nothing is appended twice")
            c.run("2026-03-31")
            expect(not [e for e in c.exceptions() if e["rule"] == "orphan-account"], "the next run links it")
            rows[1][rows[0].index("職員番号")] = "999"
            c.tenko("review", "import", c.write("in/links.csv", as_csv(rows)), status=1)
    with City() as c:  # no table: a new file says so
        c.run("2026-03-31")
        c.tenko("review", "export")
        rows = c.sheet("review/1-links.csv")
        rows[1][rows[0].index("職員番号")] = "002"
        expect("links-new.csv" in c.tenko("review", "import", c.write("in/links.csv", as_csv(rows))), "links-new.csv")
        expect("税,0099,002" in c.read("review/links-new.csv").decode(), "has the link")
    with City() as c:  # a file of somebody else in its place, or one whose encoding lacks a character, is left as it is
        c.run("2026-03-31")
        c.tenko("review", "export")
        others, old = "memo,who\nx,y\n".encode(), "システム,利用者ID,職員番号,備考\r\n".encode("cp932")
        c.write("review/links-new.csv", others)
        c.write("review/links-new-2.csv", old)
        rows = c.sheet("review/1-links.csv")
        rows[1][rows[0].index("職員番号")] = "002"
        rows[1][rows[0].index("備考")] = "𠮷田さんに確認"
        expect("links-new-3.csv" in c.tenko("review", "import", c.write("in/links.csv", as_csv(rows))), "links-new-3.csv")
        expect(c.read("review/links-new.csv") == others and c.read("review/links-new-2.csv") == old, "left as they are")
        expect("税,0099,002,𠮷田さんに確認" in c.read("review/links-new-3.csv").decode(), "has the link")


def test_links_as_configured():
    """A table that the configuration says how to read is added to in that form, or else left as it is."""
    for options, old, added in (
        ('delimiter: "||"', "システム||利用者ID||職員番号||備考\n税||t009||001||\n", '税||0099||002||"a|b"\n'),
        ('delimiter: "|"', "システム|利用者ID|職員番号|備考\n税|t009|001|\n", '税|0099|002|"a|b"\n'),
        ("quote: \"'\"", "システム,利用者ID,職員番号,備考\n", None),
        ("escape: \"\\\\\"", "システム,利用者ID,職員番号,備考\n", None),
    ):
        with City() as c:
            c.write("policy/links.csv", old)
            c.write("tenko.yaml", CONFIG.replace("policy:\n", "policy:\n  links: {source: {connector: csv, path: policy/links.csv, " + options + "}}\n"))
            c.run("2026-03-31")
            c.tenko("review", "export")
            rows = c.sheet("review/1-links.csv")
            rows[1][rows[0].index("職員番号")] = "002"
            rows[1][rows[0].index("備考")] = "a|b"
            said = c.tenko("review", "import", c.write("in/links.csv", as_csv(rows)))
            expect(c.read("policy/links.csv").decode() == old + (added or ""), c.read("policy/links.csv").decode())
            expect(("links-new.csv" in said) == (added is None), said)
            if added:
                c.run("2026-03-31")
                expect(not [e for e in c.exceptions() if e["rule"] == "orphan-account"], options, "the next run links it")


def test_candidates():
    """Who could hold an account, by name, with the reason; what is filled in is said, and stands beside a workbook."""
    with City() as c:
        c.write("hr/roster.csv", ROSTER + "007,佐藤 花子,市民課,,2026-01-31\n008,田中 正,情報課,,\n")
        c.write("systems/lan.csv", "利用者ID,氏名,所属,状態\nhanako,佐藤 花子,,有効\ntanaka,田中　正,税務課,有効\nnobody,誰 もいない,,有効\n")
        table = workbook("system,user_id,person_id,note\n税,t777,001,\n")
        c.write("policy/links.xlsx", table)
        c.write("tenko.yaml", c.read("tenko.yaml").decode().replace("policy:\n", "policy:\n  links: policy/links.xlsx\n"))
        c.tenko("run", "--force", "--reason", "few people")
        c.tenko("review", "export")
        head, *rows = c.sheet("review/1-links.csv")
        found = {r[3]: r[head.index("候補者")] for r in rows}
        expect(found["hanako"] == "002 佐藤 花子（税務課、在職） 照合: 氏名が一致; 007 佐藤 花子（市民課、退職 2026-01-31） 照合: 氏名が一致", found)
        expect(found["tanaka"] == "008 田中 正（情報課、在職） 照合: 氏名が一致" and found["nobody"] == "", found)
        for r in rows:
            if r[3] in ("hanako", "nobody"):
                r[head.index("職員番号")] = "002" if r[3] == "hanako" else "-"
        said = c.tenko("review", "import", c.write("in/links.csv", as_csv([head, *rows])))
        expect("庁内LAN  hanako → 002 佐藤 花子" in said and "庁内LAN  nobody → -" in said and "links-new.csv" in said, said)
        expect(c.read("policy/links.xlsx") == table, "a workbook is not written into")
        expect(c.read("policy/links-new.csv").decode("utf-8-sig").splitlines()[1:] == ["庁内LAN,hanako,002,", "庁内LAN,nobody,-,"], "beside it")
        c.tenko("review", "export", "--out", "en", "--lang", "en")
        head, *rows = c.sheet("en/1-links.csv")
        expect("002 佐藤 花子 (税務課, active): matched by name" in [r[head.index("candidates")] for r in rows if r[3] == "hanako"][0], rows)


def test_concurrent_post():
    """Anybody of the addressee may answer, by a concurrent post too."""
    for post, is_right in (("税務課", True), ("市民課", False)):
        with City() as c:
            c.write("hr/roster.csv", ROSTER.replace("退職日\n", "退職日,本務兼務\n").replace(",\n", ",,\n") + f"005,高橋 三郎,{post},,,兼務\n")
            c.run("2026-03-31")
            c.tenko("review", "export", "--reply-by", "2026-04-14")
            c.tenko("review", "import", c.write("in/a.csv", as_csv(answer(c.sheet("review/1-税務課.csv"), {"t001": ("継続", "", "005 高橋 三郎", "2026-04-05")}))))
            expect(("right-reviewer" not in failing(c.status())) == is_right, post, failing(c.status()))


def test_languages_and_forms():
    """English sheets have the names that scripts rely on; status comes as text, CSV and JSON; words are checked."""
    with City() as c:
        c.tenko("review", "status", status=4)
        c.run("2026-03-31")
        c.tenko("review", "status", status=4)
        c.tenko("review", "export", "--by", "nobody", status=2)
        c.tenko("review", "export", "--lang", "en", "--out", "out")
        head = c.sheet("out/1-税務課.csv")[0]
        expect(head[:4] == ["review", "id", "system", "user_id"] and head[-4:] == ["decision", "comment", "reviewer", "reviewed_on"], head)
        rows = c.sheet("out/1-税務課.csv")
        rows[1][-4:] = ["keep", "", "003", "2026-04-05"]
        c.tenko("review", "import", c.write("in/a.csv", as_csv(rows)))
        expect("配布" in c.tenko("review", "status"), "text")
        rows = list(csv.reader(io.StringIO(c.tenko("review", "status", "--format", "csv", "--lang", "en").lstrip("\ufeff"))))
        expect(rows[0][:7] == ["review", "addressee", "sent", "answered", "unanswered", "resolved", "overdue"], rows[0])
        os.unlink(c.path("out/1-税務課.xlsx"))
        expect("作り直しました" in c.tenko("review", "export", "--out", "out"), "a sheet that is gone is written again")
        expect(os.path.exists(c.path("out/1-税務課.xlsx")), "and there it is")


def test_workbook():
    """The workbook says what it is about, protects its keys, offers the decisions, and comes back without its protection and under another name."""
    with City() as c:
        c.run("2026-03-31")
        c.tenko("review", "export")
        data = c.read("review/1-税務課.xlsx")
        with zipfile.ZipFile(io.BytesIO(data)) as z:
            sheet = z.read("xl/worksheets/sheet1.xml").decode()
        expect("<sheetProtection" in sheet and "継続,削除,停止,変更,他課所管" in sheet and 'orientation="landscape"' in sheet and 'paperSize="9"' in sheet, sheet[:2000])
        for word in ("みなと市", "2026-03-31", "署名", "回答期限"):
            expect(word in sheet, word)
        rows = answer(c.sheet("review/1-税務課.csv"), {"t001": KEEP, "t002": ("変更", "照会のみ", "003", "2026-04-05")})

        def unlock(name, part):
            if name == "xl/workbook.xml":
                return part.replace("確認票".encode(), "回答".encode())
            return re.sub(b"<sheetProtection[^>]*/>", b"", part)
        c.write("in/a.xlsx", fill_workbook(data, rows, unlock))
        said = c.tenko("review", "import", "in/a.xlsx")
        expect("記録 2 件" in said and "未記入 2 行" in said, said)


if __name__ == "__main__":
    sys.exit(main(globals()))
