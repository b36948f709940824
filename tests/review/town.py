"""A small city, and what the tests of reviews do with it: run Tenko there, read and fill its sheets."""
import csv, io, json, os, re, shutil, subprocess, sys, tempfile, zipfile

TENKO = os.path.abspath(sys.argv[1])
COLUMNS = ["確認票番号", "管理番号", "システム", "利用者ID"]
FILLED = ["判断", "備考", "確認者", "確認日"]

CONFIG = """organization: みなと市
as_of: 2026-03-31
departments: {path: hr/departments.csv}
rosters:
  - name: 職員
    source: {connector: csv, path: hr/roster.csv}
systems:
  - name: 税
    owner: 税務課
    manager: "003"
    source: {connector: csv, path: systems/tax.csv}
  - name: 庁内LAN
    owner: 情報課
    source: {connector: csv, path: systems/lan.csv}
policy:
  waivers: policy/waivers.csv
safety: {max_shrink_percent: 90}
"""
ROSTER = """職員番号,氏名,所属,上司,退職日
001,山田 太郎,税務課,003,
002,佐藤 花子,税務課,003,
003,鈴木 一郎,税務課,,
004,田中 次郎,市民課,005,2026-02-28
005,高橋 三郎,情報課,,
006,伊藤 四郎,情報課,005,
"""
TAX = """利用者ID,職員番号,権限,状態,最終ログイン
t001,001,照会;起票,有効,2026-03-01
t002,002,照会,有効,2026-03-02
t004,004,照会,有効,2026-02-01
0099,,照会,有効,2026-03-03
"""
LAN = """利用者ID,職員番号,状態
l001,001,有効
l005,005,有効
l006,006,有効
"""


class City:
    def __init__(self, **files):
        self.root = tempfile.mkdtemp(prefix="tenko-review-")
        self.write("tenko.yaml", CONFIG)
        self.write("hr/departments.csv", "コード,名称\n01,税務課\n02,情報課\n03,市民課\n")
        self.write("hr/roster.csv", ROSTER)
        self.write("systems/tax.csv", TAX)
        self.write("systems/lan.csv", LAN)
        self.write("policy/waivers.csv", "rule,target,subject,reason,approved_by,valid_until\n")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root)

    def path(self, name):
        return os.path.join(self.root, name)

    def write(self, name, data):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as f:
            f.write(data if isinstance(data, bytes) else data.encode())
        return self.path(name)

    def read(self, name):
        with open(self.path(name), "rb") as f:
            return f.read()

    def tenko(self, *words, status=0):
        done = subprocess.run([TENKO, *words], cwd=self.root, capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
        expect(done.returncode == status, words, "exit", done.returncode, "not", status, done.stdout, done.stderr)
        return done.stdout + done.stderr

    def run(self, day):
        return self.tenko("run", "--as-of", day)

    def status(self):
        return json.loads(self.tenko("review", "status", "--format", "json"))

    def sheet(self, name):
        return list(csv.reader(io.StringIO(self.read(name).decode("utf-8-sig"))))

    def exceptions(self):
        return [json.loads(l) for l in self.read("report/exceptions.jsonl").decode().splitlines()]


def expect(ok, *what):
    if not ok:
        raise AssertionError(" ".join(map(str, what)))


def answer(rows, answers):
    """Fills the sheet's rows: user ID → (decision, comment, reviewer, date)."""
    head, out = rows[0], [rows[0]]
    at = {name: head.index(name) for name in COLUMNS + FILLED}
    for row in rows[1:]:
        row = list(row)
        for name, value in zip(FILLED, answers.get(row[at["利用者ID"]].lstrip("'"), ())):
            row[at[name]] = value
        out.append(row)
    return out


def as_csv(rows, encoding="utf-8-sig", delimiter=",", end="\r\n"):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue().encode(encoding)


KEEP = ("継続", "", "003 鈴木　一郎", "2026-04-05")
KEEP_LAN = ("継続", "", "005", "R8.4.6")


def failing(status):
    return {t["test"]: sorted(r["user_id"] for r in t["rows"]) for t in status["tests"] if not t["passed"]}


def sheet_texts(book, number_or_name):
    """The texts of a sheet, row by row (texts are inline in Tenko's workbooks, or shared)."""
    with zipfile.ZipFile(io.BytesIO(book)) as z:
        names = re.findall(r'<sheet name="([^"]*)" sheetId="(\d+)"', z.read("xl/workbook.xml").decode())
        at = dict(names)[number_or_name]
        shared = re.findall(r"<si>(.*?)</si>", z.read("xl/sharedStrings.xml").decode(), re.S) if "xl/sharedStrings.xml" in z.namelist() else []
        shared = ["".join(re.findall(r"<t[^>]*>([^<]*)</t>", s)) for s in shared]
        rows = re.findall(r"<row [^>]*>(.*?)</row>", z.read(f"xl/worksheets/sheet{at}.xml").decode(), re.S)
    cell = re.compile(r'<c r="[A-Z]+\d+"[^>]*?(?: t="(\w+)")?[^>]*?(?:/>|>(.*?)</c>)', re.S)
    def text(kind, body):
        value = re.search(r"<(?:v|t)[^>]*>([^<]*)<", body or "")
        return "" if not value else shared[int(value[1])] if kind == "s" else value[1]
    return [[text(*c) for c in cell.findall(r)] for r in rows]


def main(tests):
    failed = 0
    for name, test in sorted(tests.items()):
        if name.startswith("test_"):
            try:
                test()
            except AssertionError as why:
                failed += 1
                print(f"{name}: {why}")
    return 1 if failed else 0
