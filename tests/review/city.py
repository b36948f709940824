#!/usr/bin/env python3
"""The sample city's review over three runs: asked, answered, deleted, proven.

    city.py TENKO REPOSITORY

Half of the addressees fill in the workbook and LibreOffice saves it, half open the CSV in Excel and save it (CP932). What is to go
is chosen by the sheets' own words: accounts of people who have left, and accounts that nobody is known to hold. 77: no LibreOffice."""
import json, os, re, shutil, sqlite3, subprocess, sys, tempfile

from sheets import as_excel_csv, fill, fill_workbook, libreoffice, read_csv

TENKO, REPOSITORY = map(os.path.abspath, sys.argv[1:3])
DISABLED = "障害福祉システム"  # its list has rows that cannot be read: an account that is missing there proves nothing, one that is off does
CHANGED = ("介護保険システム", "kaigo002")


def tenko(city, *words, status=0):
    done = subprocess.run([TENKO, *words], cwd=city, capture_output=True, text=True)
    assert done.returncode == status, (words, done.returncode, done.stdout, done.stderr)
    return done.stdout + done.stderr


def status(city):
    s = json.loads(tenko(city, "review", "status", "--format", "json"))
    return s, {t["test"]: {(r["system"], r["user_id"]) for r in t["rows"]} for t in s["tests"] if not t["passed"]}


def reviewers(city):
    """Two people of each department: whose account it is, the other one answers for."""
    with sqlite3.connect(os.path.join(city, "tenko.db")) as db:
        found = {}
        for number, name, department in db.execute("SELECT person_id, name, department FROM people WHERE run = 1 AND state = 'active'"):
            found.setdefault(department, []).append((number, name))
    return found


def decisions(city, revoked):
    people = reviewers(city)

    def of(addressee):
        def decide(row):
            by = next(p for p in people[addressee] if p[0] != row["職員番号"] and p[1] != row["氏名"])
            key = (row["システム"], row["利用者ID"])
            what = "継続"
            if row["在籍状況"] in ("退職", "使用者不明") and row["種別"] not in ("共用", "サービス") and (row["システム"] != DISABLED or row["有効"] == "はい"):
                what = "停止" if row["システム"] == DISABLED else "削除"
            elif key == CHANGED:
                what = "変更"
            if what != "継続":
                revoked[key] = what
            return what, "照会のみにする" if what == "変更" else "", " ".join(by), "2026-04-10"
        return decide
    return of


def send_back(city, revoked):
    """Fills every sheet; the files that come back."""
    review, back = os.path.join(city, "review"), []
    decide = decisions(city, revoked)
    names = sorted(n[:-4] for n in os.listdir(review) if n.endswith(".csv") and n != "1-links.csv")
    workbooks = []
    for i, name in enumerate(names):
        rows = fill(read_csv(os.path.join(review, name + ".csv")), decide(name.partition("-")[2]))
        path = os.path.join(city, "returned", name + (".xlsx" if i % 2 else ".csv"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(os.path.join(review, name + ".xlsx"), "rb") as f:
            data = fill_workbook(f.read(), rows) if i % 2 else as_excel_csv(rows)
        with open(path, "wb") as f:
            f.write(data)
        (workbooks if i % 2 else back).append(path)
    return back + libreoffice(city, workbooks), names


def carry_out(city, revoked):
    """What the administrators do to the systems, seen in their next lists: lines go, words change. The rest stays byte for byte."""
    with sqlite3.connect(os.path.join(city, "tenko.db")) as db:
        files = {name: (file, encoding) for name, file, encoding in db.execute("SELECT name, file, encoding FROM inputs WHERE run = 1 AND kind = 'system'")}
    for (system, user_id), what in revoked.items():
        file, encoding = files[system]
        with open(os.path.join(city, file), "rb") as f:
            lines = f.read().decode(encoding, "surrogateescape").splitlines(keepends=True)
        out = []
        for line in lines:
            if user_id not in [w.strip() for w in re.split("[,;|\\t]", line.replace('"', ""))]:
                out.append(line)
            elif what == "停止":
                out.append(line.replace("有効", "停止"))
            elif what == "変更":
                out.append(line.replace("賦課入力", "照会"))
        assert out != lines, (system, user_id)
        with open(os.path.join(city, file), "wb") as f:
            f.write("".join(out).encode(encoding, "surrogateescape"))


def story(city):
    revoked = {}
    tenko(city, "run")
    tenko(city, "review", "export", "--reply-by", "2026-04-14")
    back, names = send_back(city, revoked)
    said = tenko(city, "review", "import", *back)
    s, failing = status(city)
    sent = sum(a["sent"] for a in s["addressees"])
    assert f"記録 {sent} 件" in said and "受付不可 0 行" in said, said
    assert sent > 3000 and len(s["addressees"]) == len(names) and all(a["sent"] == a["answered"] for a in s["addressees"]), s["addressees"]
    gone = {k for k, what in revoked.items() if what != "変更"}
    assert len(gone) >= 20 and CHANGED in revoked and any(k[0] == DISABLED for k in gone), revoked
    assert failing == {"revoked-is-gone": gone}, failing
    assert "記録 0 件" in tenko(city, "review", "import", *back), "the same files again change nothing"

    half = dict(list(revoked.items())[::2])
    carry_out(city, half)
    tenko(city, "run", "--as-of", "2026-04-30")
    s, failing = status(city)
    assert {(r["system"], r["user_id"]) for r in s["resolved"]} == set(half), (s["resolved"], half)
    assert failing == {"revoked-is-gone": gone - set(half)} and not sum(a["overdue"] for a in s["addressees"]), failing

    carry_out(city, {k: v for k, v in revoked.items() if k not in half})
    tenko(city, "run", "--as-of", "2026-05-31")
    s, failing = status(city)
    assert not failing, failing
    found = {(r["system"], r["user_id"]): (r["from_run"], r["to_run"], r["days"]) for r in s["resolved"]}
    assert found == {k: (1, 2, 30) if k in half else (1, 3, 61) for k in revoked}, found
    assert json.loads(tenko(city, "verify", "--format", "json"))["ok"]


def main():
    if not shutil.which("soffice"):
        print("skipped: LibreOffice is not installed")
        return 77
    folder = tempfile.mkdtemp(prefix="tenko-review-city-")
    try:
        story(shutil.copytree(os.path.join(REPOSITORY, "sample-data", "shiokaze"), os.path.join(folder, "city")))
    finally:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
