"""The systems, each as its vendor exports it, with the accounts that people should have. What is wrong with them comes later, in cases.py."""
from datetime import date, timedelta

from . import manners as m
from .manners import Manner
from .people import D


class System:
    def __init__(self, name, file, owner, exported, manner, columns, who, config="", user_id=lambda p, n: f"{n:05d}", roles=None, left=0, keep_leave=False):
        self.name, self.file, self.owner, self.exported, self.manner, self.columns = name, file, owner, exported, manner, columns
        self.who, self.config, self.user_id, self.roles, self.left, self.keep_leave = who, config, user_id, roles, left, keep_leave
        self.accounts, self.serial, self.raw_rows = [], 0, []

    def add(self, city, p, **more):
        """An account as it should be: used lately, password changed, in the holder's name and department."""
        chance = city.chance
        self.serial += 1
        created = max(p["hired"], date(2018, 4, 1))
        if created == date(2018, 4, 1):
            created = chance.day(created, date(2025, 2, 20))
        gone = p.get("left") and p["left"] < D
        off = gone or (p.get("leave_from") and not self.keep_leave)
        a = {"holder": p, "user_id": self.user_id(p, self.serial), "person_id": p["person_id"], "name": p["name"], "kana": p["kana"], "email": p["email"],
             "department_code": p["department_code"], "department": p["department"], "job_type": p["job_type"], "role": [self.roles(p, chance)] if self.roles else [],
             "enabled": not off, "kind": "", "privileged": False, "created": created, "login": chance.day(date(2026, 2, 2), date(2026, 3, 30)),
             "password": chance.day(date(2025, 12, 1), date(2026, 3, 20)), "mfa": True}
        if p.get("married"):
            a["name"] = p["former"]
        if p.get("second") and self.serial % 2:
            a["department_code"], a["department"] = p["second"], city.name_of[p["second"]]
        if off:
            last = p["leave_from"] - timedelta(days=1) if p.get("leave_from") else D
            a["created"] = min(created, last)
            a["login"] = max(a["created"], min(p.get("left") or D, last))
        a.update(more)
        a["family"], _, a["given"] = a["name"].partition(" ")
        self.accounts.append(a)
        return a

    def fill(self, city):
        for p in self.who(city):
            self.add(city, p)
        gone = [p for p in city.of("正規") if p["status"] == "退職"]
        for p in city.chance.some(gone, self.left):
            if p["person_id"] not in city.used:
                self.add(city, p)

    def shared(self, user_id, **more):
        a = {"holder": None, "user_id": user_id, "kind": "shared", "enabled": True, "privileged": False, "role": [], "mfa": True, **more}
        self.accounts.append(a)
        return a

    def records(self):
        return self.accounts + self.raw_rows


def units(*names, share=1.0, groups=("正規", "再任用", "会計年度")):
    """A share of the people of these units; everybody's if none is named."""
    def choose(city):
        people = [p for p in city.of(*groups) if p["status"] != "退職" and (not names or p["department"] in names)]
        return [p for p in people if share == 1.0 or city.chance.random() < share]
    return choose


def group(*groups, share=1.0):
    return lambda city: [p for p in city.of(*groups) if p["status"] != "退職" and (share == 1.0 or city.chance.random() < share)]


def ranks(*names):
    """Roles by chance, the first one the most frequent."""
    return lambda p, chance: names[min(chance.below(len(names) + 3), len(names) + 2) % len(names)]


OFFICE = ("正規", "再任用")
STATUS = ("状態", "enabled", m.words("有効", "停止"))


def tax():
    return [
        System("個人住民税システム", "systems/tax_resident.csv", "税務課", "2026-03-30",
               Manner("cp932-windows", title=["個人住民税システム　利用者一覧表", "出力日：令和8年3月30日", ""], blank_columns=2, total="合計"),
               [("利用者ＩＤ", "user_id"), ("職員番号", "person_id"), ("氏名", "name", m.wide_space), ("所属コード", "department_code"), ("所属", "department"),
                ("権限", "role", m.joined("、")), STATUS, ("登録年月日", "created", m.letter_era), ("最終利用年月日", "login", m.letter_era)],
               units("税務課", "収納課"), user_id=lambda p, n: f"ZEI{n:04d}", roles=ranks("照会", "課税入力"), left=4),
        System("固定資産税システム", "systems/tax_property.csv", "0202", "2026-03-30",
               Manner("cp932", quote=True),
               [("ユーザーID", "user_id"), ("社員番号", "person_id", m.formula), ("ユーザー名", "name", m.plain, m.no_space), ("課コード", "department_code"),
                ("ロール", "role", m.joined(";")), ("有効フラグ", "enabled", m.words("1", "0")), ("作成日", "created", m.compact), ("最終ログイン日時", "login", m.stamp)],
               units("資産税課"), user_id=lambda p, n: f"kotei{n:03d}", roles=ranks("一般", "評価入力"), left=3),
        System("収納管理システム", "systems/collection.txt", "収納課", "2026-03-29",
               Manner("utf-16le", "\t"),
               [("利用者コード", "user_id"), ("職員番号", "person_id"), ("氏名カナ", "kana", m.half_kana), ("所属名", "department"), STATUS,
                ("最終ログイン日", "login", m.slashes)],
               units("収納課", "会計課"), user_id=lambda p, n: f"S{n:04d}", left=3),
    ]


def resident():
    return [
        System("住民記録システム", "systems/resident.csv", "市民課", "2026-03-30",
               Manner("cp932", quote=True, title=['"住民記録システム　アカウント台帳","","",""']),
               [("操作者ID", "user_id"), ("職員番号", "person_id", m.wide), ("操作者氏名", "name", m.plain), ("所属", "department"), ("ID種別", "kind", lambda k: {"shared": "共用"}.get(k, "個人")),
                ("管理者権限", "privileged", m.words("○")), ("責任者職員番号", "owner"), ("状態", "enabled", m.words("利用中", "停止中")),
                ("登録年月日", "created", m.wareki), ("最終ログイン日", "login", m.wareki)],
               units("市民課", "選挙管理委員会事務局"), user_id=lambda p, n: f"J{n:03d}", left=3),
        System("戸籍システム", "systems/family_register.csv", "市民課", "2026-03-30",
               Manner("cp932"),
               [("利用者ID", "user_id"), ("職員番号", "person_id"), ("氏名", "name", m.no_space), ("カナ氏名", "kana", m.half_kana), ("所属コード", "department_code"), STATUS,
                ("最終ログイン日", "login", m.letter_padded)],
               units("市民課", share=0.5), user_id=lambda p, n: f"kos{n:03d}", left=2),
        System("国民健康保険システム", "systems/health_insurance.csv", "保険年金課", "2026-03-28",
               Manner("utf-8-sig", ";"),
               [("利用者ID", "user_id"), ("職員番号", "person_id"), ("氏名", "name"), ("所属", "department"), STATUS, ("登録日", "created", m.iso), ("最終ログイン", "login", m.stamp)],
               units("保険年金課"), user_id=lambda p, n: f"kokuho-{n:03d}", left=3),
        System("国民年金システム", "systems/pension.csv", "保険年金課", "2026-03-28",
               Manner("cp932", last_newline=False),
               [("利用者ＩＤ", "user_id"), ("職員番号", "person_id", m.wide), ("氏名", "name", m.wide_space), ("所属", "department"), STATUS, ("登録日", "created", m.wide_era),
                ("最終ログイン日", "login", m.wide_era)],
               units("保険年金課", share=0.5), user_id=lambda p, n: m.wide(f"NK{n:03d}"), left=2),
    ]


def welfare():
    return [
        System("介護保険システム", "systems/care.csv", "高齢者支援課", "2026-03-30",
               Manner("cp932", blank_columns=1),
               [("ユーザーID", "user_id"), ("職員番号", "person_id"), ("氏名", "name", m.plain), ("所属", "department"), ("権限", "role", m.joined("／")), STATUS,
                ("登録日", "created", m.slashes), ("最終ログイン日", "login", m.slashes)],
               units("高齢者支援課"), user_id=lambda p, n: f"kaigo{n:03d}", config="outlier_percent: 4", roles=ranks("照会", "賦課入力"), left=3),
        System("生活保護システム", "systems/welfare.csv", "生活福祉課", "2026-03-27",
               Manner("cp932-windows"),
               [("利用者ID", "user_id"), ("職員番号", "person_id"), ("氏名", "name"), ("所属コード", "department_code"), ("状態", "enabled", m.words("1:有効", "9:停止")), ("作成日", "created", m.compact),
                ("最終ログイン日", "login", m.compact)],
               units("生活福祉課"), user_id=lambda p, n: f"SH{n:03d}", left=3),
        System("障害福祉システム", "systems/disability.csv", "障害福祉課", "2026-03-27",
               Manner("cp932", "\t"),
               [("利用者ID", "user_id"), ("職員番号", "person_id"), ("氏名", "name", m.wide_space), ("所属", "department"), STATUS, ("最終ログイン日", "login", m.wareki)],
               units("障害福祉課"), user_id=lambda p, n: f"sf{n:03d}", left=2),
        System("児童手当システム", "systems/child_allowance.csv", "子育て支援課", "2026-03-30",
               Manner("utf-8"),
               [("利用者ID", "user_id"), ("職員番号", "person_id"), ("姓", "family"), ("名", "given"), ("所属", "department"), STATUS, ("最終ログイン日", "login", m.iso)],
               units("子育て支援課", "保育課", groups=OFFICE), user_id=lambda p, n: f"jt{n:03d}", left=2),
        System("保健所システム", "systems/health_centre.csv", "保健所", "2026-03-30",
               Manner("cp932"),
               [("利用者ID", "user_id"), ("職員番号", "person_id"), ("氏名", "name", m.plain), ("所属", "department"), ("共用区分", "kind", lambda k: {"shared": "共用"}.get(k, "個人")),
                ("管理責任者", "owner"), ("利用職員番号", "members", m.joined(";")), STATUS, ("登録日", "created", m.dots), ("最終ログイン日", "login", m.dots),
                ("パスワード変更日", "password", m.dots)],
               units("保健所"), user_id=lambda p, n: f"hoken{n:03d}", left=3),
    ]


def internal():
    return [
        System("庁内LAN", "systems/lan_ad.csv", "デジタル推進課", "2026-03-31",
               Manner("utf-8-sig", quote=True),
               [("SamAccountName", "user_id"), ("DisplayName", "name", m.plain), ("EmployeeID", "person_id"), ("Department", "department"), ("Mail", "email"),
                ("Enabled", "enabled", m.words("True", "False")), ("WhenCreated", "created", m.stamp), ("LastLogonDate", "login", m.stamp)],
               units(), config="required_for: {employment: [正規, 再任用]}\non_leave: keep", user_id=lambda p, n: p["login"], left=10, keep_leave=True),
        System("財務会計システム", "systems/finance.csv", "会計課", "2026-03-30",
               Manner("cp932"),
               [("ログインID", "user_id"), ("氏名", "name", m.plain), ("部署", "department"), ("権限", "role", m.joined(",")), STATUS, ("登録日", "created", m.letter_padded),
                ("最終ログイン日", "login", m.letter_padded)],
               units(share=0.3, groups=OFFICE), config='person_id_from_user_id: "k{person_id}"', user_id=lambda p, n: "k" + p["person_id"], roles=ranks("起票", "照会"), left=4),
        System("人事給与システム", "systems/hr.csv", "人事課", "2026-03-31",
               Manner("utf-8-sig"),
               [("利用者ID", "user_id"), ("職員番号", "person_id"), ("氏名", "name"), ("所属", "department"), STATUS, ("最終ログイン日", "login", m.iso)],
               units("人事課", groups=OFFICE), config="eligible: {department: [人事課]}\nretain_days: 180", user_id=lambda p, n: f"hr{n:03d}"),
        System("文書管理システム", "systems/documents.csv", "総務課", "2026-03-30",
               Manner("utf-8", "|"),
               [("利用者ID", "user_id"), ("職員番号", "person_id", m.formula), ("氏名", "name"), ("所属コード", "department_code"), ("所属", "department"), STATUS,
                ("登録日", "created", m.serial), ("最終ログイン日", "login", m.serial)],
               units(share=0.35, groups=OFFICE), user_id=lambda p, n: f"D{n:05d}", left=4),
        System("防災情報システム", "systems/disaster.csv", "危機管理課", "2026-03-31",
               Manner("cp932"),
               [("利用者ID", "user_id"), ("職員番号", "person_id", m.eaten), ("氏名", "name", m.plain), ("所属", "department"), STATUS, ("登録日", "created", m.slashes),
                ("最終ログイン日", "login", m.slashes)],
               units(groups=OFFICE), config="eligible: {employment: [正規, 再任用]}\nrequired_for: {employment: [正規, 再任用]}", user_id=lambda p, n: f"bosai{n:04d}", left=5),
        System("クラウド管理コンソール", "systems/cloud_admins.csv", "デジタル推進課", "2026-03-31",
               Manner("utf-8", newline="\n"),
               [("User principal name", "email"), ("Display name", "name"), ("Role", "role", m.joined(";")), ("Type", "kind", lambda k: {"shared": "Shared"}.get(k, "Member")),
                ("Enabled", "enabled", m.words("True", "False")), ("MFA", "mfa", m.words("Enabled", "Disabled")), ("Owner ID", "owner"),
                ("Created", "created", m.iso), ("Last sign-in", "login", m.iso), ("Password changed on", "password", m.iso)],
               units("デジタル推進課", groups=OFFICE), config="columns: {email: User principal name}\nprivileged_roles: [Global Administrator]", user_id=lambda p, n: p["email"],
               roles=lambda p, chance: "Reader"),
    ]


def school():
    return [
        System("校務支援システム", "systems/school_affairs.csv", "学校教育課", "2026-03-30",
               Manner("cp932"),
               [("ログインID", "user_id"), ("教職員番号", "person_id"), ("氏名", "name", m.wide_space), ("所属", "department"), ("職種", "job_type"), STATUS, ("登録日", "created", m.letter_era),
                ("最終ログイン日", "login", m.letter_era)],
               group("教職員"), config="rosters: [教職員]", user_id=lambda p, n: f"kou{n:04d}"),
        System("学校ネットワーク", "systems/school_network.csv", "学校教育課", "2026-03-30",
               Manner("utf-8", ","),
               [("ユーザーID", "user_id"), ("教職員番号", "person_id"), ("表示名", "name", m.plain), ("所属", "department"), ("種別", "kind", lambda k: {"shared": "共用", "external": "委託"}.get(k, "個人")),
                ("管理者", "privileged", m.words("はい", "いいえ")), ("管理責任者", "owner"), STATUS, ("登録日", "created", m.iso), ("最終ログイン日", "login", m.iso),
                ("有効期限", "expires", m.iso), ("パスワード変更日", "password", m.iso)],
               group("教職員", share=0.8), config="rosters: [教職員, 職員]", user_id=lambda p, n: f"gn{n:04d}"),
    ]


def public():
    return [
        System("公式サイトCMS", "systems/cms.csv", "広報課", "2026-03-30",
               Manner("utf-8-sig"),
               [("ログインID", "user_id"), ("職員番号", "person_id"), ("氏名", "name"), ("所属", "department"), ("権限", "role", m.joined(";")),
                ("アカウント種別", "kind", lambda k: {"shared": "共用"}.get(k, "個人")), ("責任者職員番号", "owner"), ("利用者一覧", "members", m.joined(",")), STATUS,
                ("作成日", "created", m.iso), ("最終ログイン日", "login", m.iso), ("パスワード変更日", "password", m.iso)],
               lambda city: authors_and_approvers(city), user_id=lambda p, n: f"web{n:03d}", roles=lambda p, chance: "承認者" if p["position"] in ("課長", "課長補佐") else "作成者"),
        System("図書館システム", "systems/library.csv", "図書館", "2026-03-29",
               Manner("cp932", ";"),
               [("利用者ID", "user_id"), ("職員番号", "person_id"), ("氏名", "name", m.plain, m.no_space), ("カナ", "kana", m.half_kana), ("所属", "department"),
                ("ID区分", "kind", lambda k: {"shared": "共用"}.get(k, "個人")), ("管理者番号", "owner"), ("使用者一覧", "members", m.joined(",")), STATUS,
                ("登録日", "created", m.wareki), ("最終利用日", "login", m.wareki), ("PW変更日", "password", m.wareki)],
               lambda city: units("図書館")(city) + [p for p in city.of("指定管理") if "図書館" in p["department"]], user_id=lambda p, n: f"lib{n:03d}"),
        System("施設予約システム", "systems/facilities.csv", "スポーツ振興課", "2026-03-25",
               Manner("cp932", title=["施設予約システム　施設側利用者一覧"]),
               [("利用者ID", "user_id"), ("利用者番号", "person_id"), ("氏名", "name", m.wide_space), ("所属", "department"), STATUS, ("最終ログイン日", "login", m.slashes)],
               lambda city: group("外部施設")(city) + units("スポーツ振興課", groups=OFFICE)(city),
               config='columns: {person_id: 利用者番号, user_id: 利用者ID}\nkinds: {external: ["gai-*"]}', user_id=lambda p, n: f"gai-{n:04d}" if p["group"] == "外部施設" else f"sp{n:04d}"),
    ]


def technical():
    return [
        System("土木積算システム", "systems/civil_works.csv", "0502", "2026-03-30",
               Manner("cp932"),
               [("ログオン名", "user_id"), ("氏名", "name", m.plain), ("所属", "department"), STATUS, ("登録日", "created", m.slashes), ("最終ログイン日", "login", m.slashes)],
               lambda city: [p for p in units("道路河川課", "水道局工務課", groups=OFFICE)(city) if not p.get("special")],
               config="eligible: {department: [道路河川課, 水道局工務課, 建築指導課]}", user_id=lambda p, n: f"doboku{n:02d}"),
        System("都市計画GIS", "systems/gis.csv", "情報政策課", "2026-03-30",
               Manner("utf-8"),
               [("login", "user_id"), ("employee_id", "person_id"), ("name", "name"), ("department", "department"), ("enabled", "enabled", m.words("true", "false")),
                ("last_login", "login", m.iso)],
               units("都市計画課", "道路河川課", "農政課", share=0.7, groups=OFFICE), user_id=lambda p, n: f"gis{n:03d}"),
        System("上下水道料金システム", "systems/water.csv", "水道局業務課", "2026-03-30",
               Manner("cp932"),
               [("利用者ID", "user_id"), ("職員番号", "person_id"), ("氏名", "name"), ("所属", "department"), ("区分", "kind", lambda k: {"external": "委託"}.get(k, "個人")), STATUS,
                ("最終ログイン日", "login", m.letter_era)],
               lambda city: units("水道局業務課")(city) + [p for p in city.of("委託") if p["department"] == "汐見情報サービス株式会社"], user_id=lambda p, n: f"W{n:03d}"),
        System("選挙人名簿システム", "systems/election.csv", "", "2026-01-15",
               Manner("cp932"),
               [("利用者ID", "user_id"), ("職員番号", "person_id"), ("氏名", "name"), ("所属", "department"), STATUS],
               units("選挙管理委員会事務局", "市民課", share=0.5, groups=OFFICE), user_id=lambda p, n: f"sen{n:02d}"),
        System("旧グループウェア", "systems/old_groupware.csv", "デジタル推進課", "2026-03-31",
               Manner("cp932"),
               [("ユーザーID", "user_id"), ("職員番号", "person_id"), ("氏名", "name", m.plain), ("状態", "enabled", m.words("有効", "無効"))],
               units("総務課", "議会事務局", groups=OFFICE), config="ended_on: 2022-09-30", user_id=lambda p, n: f"gw{n:03d}"),
        System("農地台帳システム", "", "農政課", "", None, [], lambda city: []),
    ]


def authors_and_approvers(city):
    """Two authors and one approver a section."""
    chosen = []
    for unit in dict.fromkeys(p["department"] for p in city.of("正規")):
        people = [p for p in city.of("正規") if p["department"] == unit and p["status"] == "在職"]
        chosen += [p for p in people if p["position"] == "課長補佐"][:1] + [p for p in people if p["position"] in ("主事", "主任")][:2]
    return chosen


def build(city):
    systems = tax() + resident() + welfare() + internal() + school() + public() + technical()
    for s in systems:
        s.fill(city)
    by_name = {s.name: s for s in systems}
    for s in (by_name["上下水道料金システム"], by_name["施設予約システム"]):
        for a in s.accounts:
            if a["holder"]["group"] in ("委託", "外部施設"):
                a["kind"] = "external"
    return by_name
