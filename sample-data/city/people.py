"""The people of the city on 31 March 2026 and what happened to them in the year: rosters as plain records."""
from datetime import date, timedelta

from .names import GIVEN, SURNAMES, roman

D = date(2026, 3, 31)

# code, name, regular and re-appointed staff (正規・再任用), fiscal-year staff (会計年度任用職員)
UNITS = [line.split() for line in """
0101 総務課 22 4
0102 人事課 16 3
0103 財政課 12 2
0104 契約管財課 16 3
0106 デジタル推進課 18 4
0107 広報課 10 2
0108 危機管理課 12 2
0110 企画政策課 14 2
0201 税務課 30 6
0202 資産税課 26 5
0203 収納課 22 8
0204 市民課 30 14
0205 保険年金課 26 10
0206 環境政策課 16 4
0207 国際交流室 6 1
0301 生活福祉課 26 8
0302 障害福祉課 20 6
0303 高齢者支援課 24 8
0304 子育て支援課 24 10
0305 保育課 30 30
0306 保健所 36 12
0401 観光交流課 12 3
0402 農政課 12 2
0501 都市計画課 18 2
0502 道路河川課 24 3
0503 公園緑地課 14 4
0504 建築指導課 14 2
0601 水道局業務課 18 4
0602 水道局工務課 16 2
0701 会計課 8 2
0801 議会事務局 8 1
0802 選挙管理委員会事務局 4 1
0901 教育総務課 14 4
0902 学校教育課 16 10
0903 生涯学習課 12 6
0904 図書館 18 20
0905 文化財課 8 2
0906 スポーツ振興課 10 3
""".split("\n") if line]

SCHOOLS = [(str(9501 + i), name) for i, name in enumerate(
    "潮見小学校 汐浜小学校 灯台小学校 松原小学校 北浜小学校 南浜小学校 渚小学校 岬小学校 潮見中学校 汐浜中学校 北浜中学校 岬中学校".split())]

# code, name, valid_from, valid_to, successor: those of former years (SA-6: departments are renamed)
FORMER_UNITS = [
    ("0105", "情報政策課", "2010-04-01", "2025-03-31", "0106"),  # renamed, with a new code
    ("0303", "高齢福祉課", "2012-04-01", "2025-03-31", "高齢者支援課"),  # renamed, the code stayed
    ("0207", "市史編さん室", "2008-04-01", "2022-03-31", ""),  # ended; its code now means 国際交流室
    ("0208", "環境課", "2005-04-01", "2024-03-31", "0206;0503"),  # split in two
]

JOBS = {"0305": ["保育士"], "0306": ["保健師", "一般事務"], "0904": ["司書", "一般事務"], "0501": ["土木技師", "一般事務"], "0502": ["土木技師"],
        "0503": ["土木技師", "一般事務"], "0504": ["建築技師"], "0602": ["土木技師"]}
POSITIONS = ["課長", "課長補佐", "係長", "係長", "主査", "主査", "主任", "主任", "主事", "主事", "主事"]


class Chance:
    """Chance that is the same on every machine: only random() is used, whose sequence Python keeps."""

    def __init__(self, seed):
        import random
        self.random = random.Random(seed).random

    def below(self, n):
        return int(self.random() * n)

    def of(self, items):
        return items[self.below(len(items))]

    def some(self, items, n):
        left = list(items)
        return [left.pop(self.below(len(left))) for _ in range(n)]

    def day(self, first, last):
        return first + timedelta(self.below((last - first).days + 1))


class City:
    def __init__(self, chance):
        self.chance, self.people, self.taken, self.logins = chance, [], set(), set()
        self.used = set()  # person_ids that a case has: no second one touches them
        self.name_of = {code: name for code, name, *_ in UNITS} | dict(SCHOOLS)

    def name(self):
        while True:
            (family, family_kana), (given, given_kana) = self.chance.of(SURNAMES), self.chance.of(GIVEN)
            key = (family_kana, given)
            if key not in self.taken and family + given != "山田太郎":
                self.taken.add(key)
                return family, given, family_kana, given_kana

    def add(self, person_id, unit, name=None, **more):
        family, given, family_kana, given_kana = name or self.name()
        login = f"{roman(family_kana)}-{roman(given_kana)[0]}"
        number = 1
        while f"{login}{number:02d}" in self.logins:
            number += 1
        login = f"{login}{number:02d}"
        self.logins.add(login)
        p = {"person_id": person_id, "name": f"{family} {given}", "family": family, "given": given, "kana": f"{family_kana} {given_kana}",
             "department_code": unit, "department": self.name_of.get(unit, unit), "login": login, "email": f"{login}@city.shiokaze.example.jp",
             "status": "在職", **more}
        self.people.append(p)
        return p

    def of(self, *groups):
        return [p for p in self.people if p["group"] in groups]

    def present(self, *groups):
        """There on 31 March, for good, and not on leave: the people whose accounts are as they should be."""
        return [p for p in self.of(*groups) if p["status"] == "在職" and not p.get("leaves_now")]

    def take(self, n, where=lambda p: True, groups=("正規",)):
        """n people for a case, whom no other case has."""
        left = [p for p in self.present(*groups) if p["person_id"] not in self.used and not p.get("special") and where(p)]
        taken = self.chance.some(left, n)
        self.used |= {p["person_id"] for p in taken}
        return taken


def hired(city):
    year = 1988 + city.chance.below(37)
    return date(year, 4, 1)


def add_regular(city):
    serial = 0
    for code, _, regular, _ in UNITS:
        for i in range(int(regular)):
            serial += 1
            day = hired(city)
            posted = max(day, date(2020 + city.chance.below(6), 4, 1))
            again = i == int(regular) - 1 or (i == int(regular) - 2 and int(regular) >= 24)
            if again:  # 再任用: retired and came back under a new number
                city.add(f"9{city.chance.below(9)}{serial:04d}", code, group="再任用", employment="再任用", job_type=city.chance.of(JOBS.get(code, ["一般事務"])),
                         position="主査", hired=date(2025, 4, 1), posted=date(2025, 4, 1))
            else:
                city.add(f"00{serial + 1200:04d}", code, group="正規", employment="正規", job_type=city.chance.of(JOBS.get(code, ["一般事務"])),
                         position=POSITIONS[min(i, 10)] if i else "課長", hired=day, posted=posted)


def add_fiscal_year(city):
    serial = 0
    for code, _, _, count in UNITS:
        for _ in range(int(count)):
            serial += 1
            city.add(f"K{serial:04d}", code, group="会計年度", employment="会計年度任用", job_type="会計年度事務", position="", hired=date(2025, 4, 1),
                     posted=date(2025, 4, 1), until=D, renewed=True)


def add_teachers(city):
    serial = 0
    for code, name in SCHOOLS:
        for i in range(14 if name.endswith("中学校") else 11):
            serial += 1
            job = "校長" if i == 0 else "教頭" if i == 1 else "養護教諭" if i == 2 else "学校事務" if i == 3 else "教諭"
            day = date(1992 + city.chance.below(33), 4, 1)
            city.add(f"T{serial:05d}", code, group="教職員", employment="県費負担", job_type=job, position=job, hired=day,
                     posted=max(day, date(2019 + city.chance.below(7), 4, 1)))


def add_outside(city):
    """指定管理者 of the library's branch rooms and the sports halls; 委託 contractors; staff of outside facilities (外部施設)."""
    rooms = ["図書館東分室", "図書館西分室", "図書館南分室", "総合体育館"]
    for i in range(28):
        city.add(f"SK-{i + 1:03d}", rooms[i % 4], group="指定管理", employment="指定管理者", job_type="", position="", hired=date(2023, 4, 1), posted=date(2024, 4, 1))
    firms = ["潮風システム株式会社", "汐見情報サービス株式会社", "ＩＣＴ支援センター"]
    for i in range(36):
        city.add(f"C{i + 1:04d}", firms[i % 3], group="委託", employment="委託", job_type="", position="", hired=date(2024, 4, 1), posted=date(2024, 4, 1))
    kinds = ["こども園", "介護支援事業所", "学童クラブ", "地区公民館"]
    for i in range(240):
        city.add(f"F{i + 1:04d}", f"第{i // 4 + 1}{kinds[i % 4]}", group="外部施設", employment="外部", job_type="", position="", hired=date(2022, 4, 1),
                 posted=date(2022, 4, 1))


def add_leavers(city):
    """Who left in the year or the year before; their numbers stay in the roster."""
    ends = [date(2025, 3, 31)] * 12 + [date(2025, 10, 31)] * 5 + [date(2025, m, d) for m, d in
            ((5, 31), (6, 30), (6, 30), (7, 31), (8, 15), (8, 31), (9, 30), (9, 30), (11, 30), (12, 31), (12, 31))] + [date(2026, m, d) for m, d in
            ((1, 15), (1, 31), (1, 31), (2, 28), (2, 28))]
    again = city.of("再任用")
    for i, day in enumerate(ends):
        unit = again[i]["department_code"] if i < 12 else UNITS[(i * 7) % len(UNITS)][0]
        name = None
        if i < 8:  # the same people as under their new number
            p = again[i]
            name = (p["family"], p["given"], *p["kana"].split())
        old = city.add(f"00{i + 1101}", unit, name=name, group="正規", employment="正規", job_type="一般事務", position="係長", hired=date(1987 + i % 30, 4, 1),
                       posted=date(2021, 4, 1), left=day, status="退職")
        if i < 8:
            old["login"], old["email"] = old["login"] + "-old", ""
            again[i]["special"] = True
    retired = date(2024, 3, 31)  # KA-03: a former principal
    city.add("T90001", SCHOOLS[8][0], group="教職員", employment="県費負担", job_type="校長", position="校長", hired=date(1985, 4, 1), posted=date(2020, 4, 1),
             left=retired, status="退職")
    for i, day in enumerate((date(2025, 11, 30), date(2026, 1, 31))):  # KA-26: moved on from an outside facility
        city.add(f"F9{i + 1:03d}", f"第{i + 3}地区公民館", group="外部施設", employment="外部", job_type="", position="", hired=date(2022, 4, 1), posted=date(2022, 4, 1),
                 left=day, status="退職")


def mark(city):
    """Who leaves on 31 March, is on leave, has another name, is lent out, has two posts."""
    special = lambda p: p.update(special=True)
    for p in city.take(12, lambda p: p["hired"] < date(1996, 1, 1)):
        p.update(left=D, leaves_now=True)
        special(p)
    for p in city.take(4, groups=("会計年度",)):
        p.update(leaves_now=True, renewed=False)
        special(p)
    p, = city.take(1, groups=("会計年度",))  # appointed again on 1 April, under a new number
    p.update(leaves_now=True, renewed=False, new_number="K0901")
    special(p)
    leaves = [("育休", date(2025, 6, 10), date(2027, 3, 31)), ("産休", date(2026, 2, 16), date(2026, 6, 7)), ("育休", date(2025, 9, 1), None),
              ("休職", date(2025, 12, 1), date(2026, 5, 31)), ("育休", date(2024, 11, 20), date(2026, 9, 30))]
    for i, p in enumerate(city.take(10)):
        word, first, last = leaves[i % 5]
        p.update(status=word, leave_from=first, leave_to=last)
        special(p)
    for p in city.take(14):
        p["former"] = f"{city.chance.of(SURNAMES)[0]} {p['given']}"
        p["married"] = True
        special(p)
    for p in city.take(4):
        p.update(status_word="出向", special=True)
    for p in city.take(12):
        p["second"] = city.chance.of([u for u in UNITS if u[0] != p["department_code"]])[0]
        special(p)
    for p in city.take(20):
        p["next"] = city.chance.of([u for u in UNITS if u[0] != p["department_code"]])[0]  # the row of 1 April stands in the file of March
        special(p)
    for p in city.take(5, groups=("正規",), where=lambda p: p["department_code"] == "0104"):
        p.update(special=True)
    city.of("正規")[0]["special"] = True


def build():
    city = City(Chance(20260331))
    add_regular(city)
    add_fiscal_year(city)
    add_teachers(city)
    add_outside(city)
    add_leavers(city)
    yamada = ("山田", "太郎", "ヤマダ", "タロウ")
    for number in ("004401", "004402"):  # two people of one name in one department
        city.add(number, "0502", name=yamada, group="正規", employment="正規", job_type="土木技師", position="主事", hired=date(2015, 4, 1), posted=date(2023, 4, 1),
                 special=True)
    for number in ("007001", "07001"):  # two numbers that differ by their zeros only
        city.add(number, "0108", group="正規", employment="正規", job_type="一般事務", position="主任", hired=date(2012, 4, 1), posted=date(2022, 4, 1), special=True)
    mark(city)
    city.newcomers = [city.add(f"00{2001 + i}", UNITS[i * 5][0], group="新採", employment="正規", job_type="一般事務", position="主事", hired=date(2026, 4, 1),
                               posted=date(2026, 4, 1)) for i in range(6)]
    return city
