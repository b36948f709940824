#!/usr/bin/env python3
"""Plays docs/REVIEW.md on the sample city: every command as it stands there, in its order.   review.py TENKO REPOSITORY

What happens between the commands stands in the document as a comment and is done here. The day by which to answer is the one
thing that is replaced: reviews look at the real clock. At the end all six tests of an auditor pass, and the ledger verifies.
"""
import datetime, json, os, re, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "review"))
from city import CHANGED, DISABLED, carry_out, reviewers  # noqa: E402
from sheets import as_excel_csv, fill, read_csv  # noqa: E402

TENKO, REPOSITORY = map(os.path.abspath, sys.argv[1:3])
TODAY = datetime.date.today()
LATE = "systems/water.csv"


def steps(name):
    """(what happens before, commands) of each block."""
    with open(os.path.join(REPOSITORY, "docs", name), encoding="utf-8") as f:
        return re.findall(r"(?:<!-- (.*?) -->\n)?```sh\n(.*?)```", f.read(), re.S)


class Play:
    def __init__(self, city):
        self.city, self.revoked, self.answered = city, {}, set()
        self.people = None
        self.late = self.read(LATE)
        self.write(LATE, b"".join(self.late.splitlines(True)[:-6]))

    def read(self, name):
        with open(os.path.join(self.city, name), "rb") as f:
            return f.read()

    def write(self, name, data):
        os.makedirs(os.path.dirname(os.path.join(self.city, name)), exist_ok=True)
        with open(os.path.join(self.city, name), "wb") as f:
            f.write(data)

    def decide(self, addressee, with_slip):
        by = self.people.get(addressee) or self.people["デジタル推進課"]

        def of(row):
            key = (row["システム"], row["利用者ID"])
            who = next(p for p in by if p[0] != row["職員番号"] and p[1] != row["氏名"])
            what, comment = "継続", ""
            if row["在籍状況"] in ("退職", "使用者不明") and row["種別"] not in ("共用", "サービス") and (row["システム"] != DISABLED or row["有効"] == "はい"):
                what = self.revoked[key] = "停止" if row["システム"] == DISABLED else "削除"
            elif key == CHANGED:
                what, comment = "変更", "照会のみにする"
                self.revoked[key] = what
            elif with_slip and not self.slip:
                self.slip, what = True, "残す"
            elif addressee == "広報課" and not self.passed_on:
                self.passed_on, what, comment = key, "他課所管", "人事課"
            return what, comment, " ".join(who), TODAY.isoformat()
        return of

    slip, passed_on = False, None

    def send_back(self, with_slip=False):
        self.people = self.people or reviewers(self.city)
        for name in sorted(os.listdir(os.path.join(self.city, "review"))):
            addressee = name[:-4].partition("-")[2]
            if name.endswith(".csv") and name not in self.answered and not name.startswith("rejected") and addressee != "links":
                self.answered.add(name)
                rows = fill(read_csv(os.path.join(self.city, "review", name)), self.decide(addressee, with_slip and addressee == "税務課"))
                self.write("returned/" + name, as_excel_csv(rows))

    def links(self):
        head, *rows = read_csv(os.path.join(self.city, "review", "1-links.csv"))
        rows[0][head.index("職員番号")] = "-"
        self.write("returned/1-links.csv", as_excel_csv([head, *rows]))

    def correct(self):
        assert "残す" in self.read("review/rejected-1.csv").decode("utf-8-sig"), "what was refused can be sent back"
        sheet = self.read("returned/1-税務課.csv").decode("cp932")
        self.write("returned/1-税務課.csv", sheet.replace(",残す,", ",継続,").encode("cp932"))

    def happens(self, what):
        half = dict(list(self.revoked.items())[::2])
        if what == "a late list comes":
            self.write(LATE, self.late)
        elif what == "the sheets come back, one of them with a slip":
            self.send_back(with_slip=True)
        elif what == "the slip is corrected in the sheet":
            self.correct()
        elif what == "the new sheets and the sheet of links come back":
            self.send_back()
            self.links()
        elif what == "half of it is carried out":
            carry_out(self.city, half)
        elif what == "the rest is carried out":
            carry_out(self.city, {k: v for k, v in self.revoked.items() if k not in half})
        else:
            assert not what, f"nobody knows how this happens: {what}"

    def tell(self, command, may_refuse=False):
        path = os.pathsep.join([os.path.dirname(TENKO), os.environ["PATH"]])
        command = command.replace("2026-04-14", (TODAY + datetime.timedelta(days=14)).isoformat())
        done = subprocess.run(["sh", "-c", command], cwd=self.city, capture_output=True, text=True, env={**os.environ, "PATH": path})
        assert done.returncode == 0 or may_refuse and done.returncode == 1, (command, done.returncode, done.stdout, done.stderr)
        return done.stdout


def main():
    played = steps("REVIEW.md")
    assert played == steps("REVIEW.ja.md"), "the two languages have different steps"
    folder = tempfile.mkdtemp(prefix="tenko-review-docs-")
    try:
        play = Play(shutil.copytree(os.path.join(REPOSITORY, "sample-data", "shiokaze"), os.path.join(folder, "city")))
        for what, commands in played:
            play.happens(what)
            for command in commands.splitlines():
                play.tell(command, may_refuse=what.endswith("with a slip"))
        status = json.loads(play.tell("tenko review status --format json"))
        assert [t["passed"] for t in status["tests"]] == [True] * 6, status["tests"]
        assert len(status["resolved"]) == len(play.revoked) > 20 and len(status["supplements"]) == 2 and play.passed_on, status["supplements"]
        assert json.loads(play.tell("tenko verify --format json"))["ok"]
        for name in ("review.csv", "runs.csv", "verify.txt", "report-2026-03-31/index.html", "report-2026-05-31/exceptions.csv"):
            assert play.read("binder/" + name), name
        assert "棚卸の状況".encode() in play.read("binder/report-2026-05-31/index.html")
    finally:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
