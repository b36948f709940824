"""What is wrong in the city: each case is one story, and says beforehand which exceptions it must raise. Nothing here has seen Tenko's output."""
from datetime import date

from . import licenses
from .manners import Raw
from .people import D


class Table:
    """The stories and what they must raise, in the order of README.md."""

    def __init__(self):
        self.rows = []  # [seed, found, where, expectations]
        self.policy = {"roles": [], "conflicts": [], "privileged": [], "shared": [], "links": [], "waivers": [], "incidents": []}

    def story(self, seed, found, where):
        self.rows.append([seed, found, where, []])

    def expect(self, rule, target, subject="", **facts):
        self.rows[-1][3].append(["exception", rule, target, subject] + [f"{k}={v}" for k, v in facts.items()])

    def none(self, rule, target, subject):
        self.rows[-1][3].append(["none", rule, target, subject])

    def figure(self, license, **figures):
        self.rows[-1][3].append(["license", license] + [f"{k}={v}" for k, v in figures.items()])

    def issue(self, file, problem, count=1):
        self.rows[-1][3].append(["issue", file, problem, str(count)])


def days(since, until=D):
    return (until - since).days


def pick(city, system, n=1, where=lambda a: True):
    """n accounts that are as they should be, of people whom no other case has."""
    left = [a for a in system.accounts if a["enabled"] and not a["kind"] and a["holder"] and a["holder"]["status"] == "在職" and not a["holder"].get("special")
            and a["holder"]["person_id"] not in city.used and where(a)]
    taken = city.chance.some(left, n)
    city.used |= {a["holder"]["person_id"] for a in taken}
    return taken


def left_on(city, day, n=1):
    people = [p for p in city.of("正規") if p.get("left") == day and p["person_id"] not in city.used]
    city.used |= {p["person_id"] for p in people[:n]}
    assert len(people) >= n, day
    return people[:n]


def still_there(city, t, system, p, last_login, **facts):
    """A leaver whose account is enabled."""
    for a in [a for a in system.accounts if a["holder"] is p]:
        system.accounts.remove(a)
    a = system.add(city, p, enabled=True, login=last_login)
    t.expect("leaver-account", system.name, a["user_id"], **{"evidence.left_on": p["left"], "evidence.days": days(p["left"])}, **facts)
    return a


def inventory(city, s, t):
    t.story("KO-2…24", "12 systems without an inventory at one point in time: unused IDs left, one of them never used, one dormant in each", "12 lists under systems/")
    for name in ("個人住民税システム", "文書管理システム", "庁内LAN", "防災情報システム", "生活保護システム", "介護保険システム", "国民年金システム", "保健所システム", "図書館システム",
                 "校務支援システム", "学校ネットワーク", "財務会計システム"):
        never, dormant = pick(city, s[name], 2)
        never.update(login=None, created=date(2025, 5, 12))
        dormant["login"] = date(2025, 11, 10)
        t.expect("never-used-account", name, never["user_id"], **{"evidence.days": days(date(2025, 5, 12))})
        t.expect("dormant-account", name, dormant["user_id"], **{"evidence.days": 141})


def leavers(city, s, t):
    t.story("KO-2", "mid-year leavers are not notified to the system's owner: left on 2025-10-31, 151 days before the day of the check", "hr/staff.csv; three lists")
    for name, p in zip(("個人住民税システム", "生活保護システム", "国民年金システム"), left_on(city, date(2025, 10, 31), 3)):
        still_there(city, t, s[name], p, date(2025, 10, 29))
    t.story("KO-14,15", "the owner confirms only that a request was filed; the list itself shows that nothing was done", "systems/care.csv, systems/disability.csv")
    still_there(city, t, s["介護保険システム"], left_on(city, date(2025, 6, 30))[0], date(2025, 6, 27))
    a = pick(city, s["障害福祉システム"])[0]
    a.update(person_id="005990", name="臨時 応援", family="臨時", given="応援", holder=None)
    t.expect("orphan-account", "障害福祉システム", a["user_id"])
    t.story("再任用", "retired on 2025-03-31 and back under a new number: the account under the old number is still enabled", "systems/documents.csv")
    p = next(p for p in left_on(city, date(2025, 3, 31), 3) if p["login"].endswith("-old"))
    still_there(city, t, s["文書管理システム"], p, date(2025, 3, 28))
    t.story("retain_days", "a disabled account that should have been deleted half a year after its holder left (retain_days: 180)", "systems/hr.csv")
    p = next(p for p in city.people if p["person_id"].startswith("0011") and p.get("left") == date(2025, 3, 31) and p["person_id"] not in city.used)
    city.used.add(p["person_id"])
    a = s["人事給与システム"].add(city, p)
    t.expect("disabled-retained", "人事給与システム", a["user_id"], **{"evidence.days": 365})


def disaster(city, s, t):
    system = s["防災情報システム"]
    t.story("KO-8", "the disaster system is rebuilt from HR's data of 1 April; one page says fiscal-year staff (会計年度任用職員) are excluded, another that they are included: "
            "nine who must have an account have none, six who may not have one", "systems/disaster.csv")
    for a in pick(city, system, 9):
        system.accounts.remove(a)
        t.expect("missing-account", system.name, a["holder"]["person_id"])
    for p in city.take(6, groups=("会計年度",)):
        t.expect("not-eligible", system.name, system.add(city, p)["user_id"])
    t.story("codes", "Excel has eaten the leading zeros, and 007001 and 07001 both exist: 7001 may be either, so it is neither's", "systems/disaster.csv")
    for p in city.people:
        if p["person_id"] in ("007001", "07001"):
            a = next(a for a in system.accounts if a["holder"] is p)
            a["holder"] = None
            t.expect("ambiguous-owner", system.name, a["user_id"])
            t.expect("missing-account", system.name, p["person_id"])


def library(city, s, t):
    system = s["図書館システム"]
    t.story("KO-18", "the library's ID sheet and the staff list disagree: branch rooms are run by a designated manager (指定管理者) who may not report moves",
            "hr/designated_manager.csv (exported 2025-12-20), systems/library.csv")
    t.expect("roster-stale", "指定管理者", "", **{"evidence.days": 101})
    for a in pick(city, system, 3, lambda a: a["holder"]["group"] == "指定管理"):
        a["department"] = {"図書館東分室": "図書館西分室", "図書館西分室": "図書館南分室", "図書館南分室": "図書館東分室"}[a["department"]]
        t.expect("department-mismatch", system.name, a["user_id"])
    for i in range(3):
        a = system.add(city, {"person_id": f"SK-10{i}", "name": ("倉田 ゆき", "関根 昇", "三好 まり")[i], "kana": ("クラタ ユキ", "セキネ ノボル", "ミヨシ マリ")[i], "department_code": "",
                              "department": "図書館東分室", "job_type": "", "email": "", "hired": date(2024, 4, 1)})
        a["holder"] = None
        t.expect("orphan-account", system.name, a["user_id"])
    t.story("KO-20", "IDs of people on maternity and child-care leave (産休・育休) and of transferred people stay enabled", "systems/child_allowance.csv, health_insurance.csv, disability.csv")
    on_leave = [p for p in city.of("正規") if p.get("leave_from")]
    for i, p in enumerate(on_leave[:4]):
        system = s[("児童手当システム", "国民健康保険システム", "障害福祉システム", "児童手当システム")[i]]
        for a in [a for a in system.accounts if a["holder"] is p]:
            system.accounts.remove(a)
        a = system.add(city, p, enabled=True, login=date(2026, 1, 30))
        t.expect("leave-account", system.name, a["user_id"])
        if p["leave_from"] <= date(2026, 1, 30):
            t.expect("leave-login", system.name, a["user_id"], **{"evidence.last_login_on": "2026-01-30"})
    for name, old in (("国民健康保険システム", "保険年金課"), ("障害福祉システム", "障害福祉課"), ("児童手当システム", "子育て支援課"), ("国民健康保険システム", "保険年金課")):
        p, = city.take(1, lambda p: p["posted"] == date(2025, 4, 1) and p["hired"] < date(2020, 1, 1) and p["department"] not in ("保険年金課", "障害福祉課", "子育て支援課", "保育課"))
        a = s[name].add(city, p, department=old, department_code="")
        t.expect("department-mismatch", name, a["user_id"], **{"evidence.posted_on": "2025-04-01"})


def too_many(city, s, t):
    system = s["土木積算システム"]
    t.story("KO-45", "too many users: two units had no need of the system, and three of their people never used it; elsewhere two people have two IDs each", "systems/civil_works.csv, systems/documents.csv")
    for i, p in enumerate(city.take(7, lambda p: p["department"] in ("公園緑地課", "文化財課"))):
        a = system.add(city, p)
        t.expect("not-eligible", system.name, a["user_id"], matched_by="name+department")
        if i < 3:
            a.update(login=None, created=date(2025, 4, 21))
            t.expect("never-used-account", system.name, a["user_id"])
    documents = s["文書管理システム"]
    for a in pick(city, documents, 2, lambda a: not a["holder"].get("second")):
        for x in (a, documents.add(city, a["holder"])):
            t.expect("duplicate-account", documents.name, x["user_id"])
    t.story("同姓同名", "two people of one name in one department, and a list without numbers: nobody guesses", "systems/civil_works.csv")
    p = next(p for p in city.people if p["person_id"] == "004401")
    a = system.add(city, p)
    a["holder"] = None
    t.expect("ambiguous-owner", system.name, a["user_id"])


def school(city, s, t):
    system, network = s["校務支援システム"], s["学校ネットワーク"]
    t.story("KO-23", "the job type registered on the ID differs from the real one", "systems/school_affairs.csv")
    for a in pick(city, system, 5, lambda a: a["job_type"] == "教諭"):
        a["job_type"] = "学校事務"
        t.expect("job-type-mismatch", system.name, a["user_id"])
    t.story("KA-03", "an administrator ID in a former principal's name: the one it was given to and the actual user differ (no use after he had left was found): to be renamed; "
            "another ID changed hands without being registered anew", "systems/school_network.csv, policy/privileged.csv")
    old = next(p for p in city.people if p["person_id"] == "T90001")
    a = network.add(city, old, enabled=True, privileged=True, login=date(2024, 3, 22), created=date(2020, 4, 1))
    heir = next(p for p in city.of("教職員") if p["job_type"] == "校長" and p["status"] != "退職")
    t.policy["privileged"].append([network.name, a["user_id"], heir["person_id"], "学校教育課長", "2024-04-01", "2027-03-31"])
    for rule in ("leaver-account", "privileged-unapproved"):
        t.expect(rule, network.name, a["user_id"], action="reassign")
    t.none("leaver-login", network.name, a["user_id"])
    a, = pick(city, network, 1, lambda a: a["job_type"] == "教頭")
    a["name"] = "旧 教頭"
    t.expect("name-mismatch", network.name, a["user_id"], action="reassign")
    t.story("KA-26r", "administrator rights are limited in function and time: three approvals have run out", "systems/school_network.csv, policy/privileged.csv")
    for a in pick(city, network, 3, lambda a: a["job_type"] == "教諭"):
        a["privileged"] = True
        t.policy["privileged"].append([network.name, a["user_id"], a["holder"]["person_id"], "学校教育課長", "2024-04-01", "2025-09-30"])
        t.expect("privileged-approval-expired", network.name, a["user_id"], **{"evidence.expires_on": "2025-09-30"})
    for a in pick(city, network, 6, lambda a: a["job_type"] in ("教諭", "学校事務")):  # these are in order
        a["privileged"] = True
        t.policy["privileged"].append([network.name, a["user_id"], a["holder"]["person_id"], "学校教育課長", "2025-04-01", "2027-03-31"])
    t.story("YO-2", "privileged IDs: as few users as possible; some passwords cannot be changed. One shared privileged ID is accepted with reason and date (waiver), another is not",
            "systems/school_network.csv, policy/waivers.csv")
    owner = city.take(1, lambda p: p["department"] == "学校教育課" and p["posted"] < date(2025, 4, 1))[0]["person_id"]
    for user_id in ("gakko-admin", "kyoyu-admin"):
        network.shared(user_id, name="共用管理者", department="学校教育課", privileged=True, owner=owner, created=date(2019, 4, 1), login=date(2026, 3, 3),
                       password=date(2019, 4, 5) if user_id == "gakko-admin" else date(2026, 2, 2))
        t.policy["privileged"].append([network.name, user_id, owner, "教育長", "2025-04-01", "2027-03-31"])
    for rule in ("privileged-shared", "shared-password-stale"):
        t.policy["waivers"].append([rule, network.name, "gakko-admin", "機器の制約でパスワードを変更できない。設置室を施錠し入退室を記録", "情報セキュリティ責任者", "2026-09-30"])
        t.expect(rule, network.name, "gakko-admin", waived="true")
    moved = next(p for p in city.people if p["person_id"] == owner)
    assert moved["posted"] > date(2019, 4, 5) and moved["posted"] > moved["hired"]
    t.expect("shared-password-after-move", network.name, "gakko-admin")
    t.expect("privileged-shared", network.name, "kyoyu-admin")


def privileged(city, s, t):
    system = s["住民記録システム"]
    t.story("CH-31", "special-privilege users must be known and watched: two without approval, one approval names another person", "systems/resident.csv, policy/privileged.csv")
    three = pick(city, system, 3)
    for i, a in enumerate(three):
        a["privileged"] = True
        t.expect("privileged-unapproved", system.name, a["user_id"])
    t.policy["privileged"].append([system.name, three[2]["user_id"], three[0]["holder"]["person_id"], "市民課長", "2025-04-01", "2026-09-30"])
    for a in pick(city, system, 3):
        a["privileged"] = True
        t.policy["privileged"].append([system.name, a["user_id"], a["holder"]["person_id"], "市民課長", "2025-04-01", "2026-09-30"])
    t.story("KA-02", "IDs for staff lent to other counters (応援職員用ID): never used, to be deleted at once; the rule for passwords was not kept either", "systems/resident.csv, policy/shared.csv")
    owner = city.take(1, lambda p: p["department"] == "市民課")[0]["person_id"]
    for i in range(8):
        system.shared(f"ouen{i + 1:02d}", name=f"応援職員用{i + 1:02d}", department="市民課", created=date(2025, 3, 3), owner=owner)
        t.policy["shared"].append([system.name, f"ouen{i + 1:02d}", "応援職員用", owner, "", "2025-03-03" if i < 3 else "2025-03-10", "0"])
        t.expect("never-used-account", system.name, f"ouen{i + 1:02d}", action="delete")
        if i < 3:
            t.expect("initial-password", system.name, f"ouen{i + 1:02d}")
    for i in range(2):  # these are in order
        system.shared(f"mado{i + 1:02d}", name=f"窓口{i + 1}", department="市民課", created=date(2022, 4, 1), login=date(2026, 3, 30), owner=owner)
    cloud = s["クラウド管理コンソール"]
    t.story("YO-1", "multi-factor sign-in for what reaches personal data: three administrators without", "systems/cloud_admins.csv")
    for i, a in enumerate(pick(city, cloud, 5)):
        a["role"] = ["Global Administrator"]
        t.policy["privileged"].append([cloud.name, a["user_id"], a["holder"]["person_id"], "デジタル推進課長", "2025-04-01", "2026-12-31"])
        if i < 3:
            a["mfa"] = False
            t.expect("mfa-missing", cloud.name, a["user_id"])


def roles(city, s, t):
    system = s["介護保険システム"]
    allow = t.policy["roles"]
    allow += [[system.name, "照会", "", "", "", ""], [system.name, "賦課入力", "高齢者支援課", "", "", ""], [system.name, "確定額修正", "高齢者支援課", "", "課長補佐", ""],
              [system.name, "確定額修正", "高齢者支援課", "", "係長", ""]]
    t.story("SA-25", "clerks could edit confirmed amounts; now only a privileged role may, and one role is in no rule book", "systems/care.csv, policy/roles.csv")
    for a in pick(city, system, 2, lambda a: a["holder"]["position"] in ("主事", "主任")):
        a["role"] = ["賦課入力", "確定額修正"]
        t.expect("role-not-allowed", system.name, a["user_id"], **{"evidence.roles": "確定額修正"})
    a, = pick(city, system)
    a["role"] = ["照会", "テスト権限"]
    t.expect("role-unknown", system.name, a["user_id"], **{"evidence.roles": "テスト権限"})
    t.expect("role-outlier", system.name, a["user_id"], **{"evidence.holders": 1})
    chief = next(a for a in system.accounts if a["holder"]["position"] == "係長" and a["enabled"])
    chief["role"] = ["確定額修正"]
    t.none("role-not-allowed", system.name, chief["user_id"])
    cms = s["公式サイトCMS"]
    t.policy["conflicts"].append([cms.name, "作成者", cms.name, "承認者", "作成と承認の分離"])
    t.policy["conflicts"].append(["財務会計システム", "起票", "財務会計システム", "支払承認", "起票と支払承認の分離"])
    payer = next(a for a in s["財務会計システム"].accounts if a["enabled"] and a["role"] == ["照会"] and not a["holder"].get("special"))
    payer["role"] = ["支払承認"]
    t.story("KA-01", "each section has one author ID and one approver ID (shared IDs), and the same person could use both; initial passwords were easy and nobody knew whether they were changed; "
            "of one section nobody knows who uses them", "systems/cms.csv, policy/shared.csv")
    for i, unit in enumerate(("観光交流課", "農政課", "文化財課", "議会事務局", "監査事務局" if "監査事務局" in city.name_of.values() else "会計課")):
        section = [p for p in city.of("正規") if p["department"] == unit and p["status"] == "在職" and p["posted"] == p["hired"]]
        section = section if len(section) > 2 else [p for p in city.of("正規") if p["department"] == unit and p["status"] == "在職"]
        author, approver = section[0], section[1]
        both = i < 3
        for kind, role, owner in (("sakusei", "作成者", author), ("shonin", "承認者", approver)):
            changed = date(2025, 4, 7) if kind == "sakusei" and i < 2 else date(2026, 2, 16)
            user_id = f"{kind}{i + 1:02d}"
            known = i < 4
            cms.shared(user_id, name=f"{unit}{role}", department=unit, role=[role], created=date(2025, 4, 7), login=date(2026, 3, 25), password=changed)
            members = [author["person_id"], approver["person_id"]] if both and kind == "shonin" else [owner["person_id"]]
            t.policy["shared"].append([cms.name, user_id, "記事の" + role[:2], f"{owner['person_id']} {owner['name']}" if known else "", "、".join(members) if known else "", "", ""])
            if changed == date(2025, 4, 7):
                t.expect("initial-password", cms.name, user_id)
                t.expect("shared-password-stale", cms.name, user_id)
            if not known:
                t.expect("shared-no-owner", cms.name, user_id)
        if both:
            t.expect("role-conflict", cms.name, author["person_id"], **{"evidence.reason": "作成と承認の分離"})


def passwords(city, s, t):
    cms, health, library = s["公式サイトCMS"], s["保健所システム"], s["図書館システム"]
    t.story("SA-7", "one shared web administration password unchanged from 2019-03-31 to 2023-12-01 (1,706 days): see web2023.yaml; today it is changed every three months", "systems/cms.csv")
    owner = city.take(1, lambda p: p["department"] == "広報課")[0]["person_id"]
    cms.shared("webmaster", name="サイト管理", department="広報課", role=["管理者"], owner=owner, members=[owner], created=date(2018, 4, 1), login=date(2026, 3, 27), password=date(2026, 2, 10))
    t.none("shared-password-stale", cms.name, "webmaster")
    t.none("shared-password-after-move", cms.name, "webmaster")
    t.story("CH-55", "a shared ID whose password was not changed when it should have been: by its age, or because one who knew it has left", "systems/health_centre.csv, systems/library.csv")
    chief = city.take(1, lambda p: p["department"] == "保健所" and p["posted"] < date(2025, 4, 1))[0]["person_id"]
    for user_id, changed in (("kenshin1", date(2025, 6, 1)), ("kenshin2", date(2026, 2, 2)), ("kenshin3", None)):
        health.shared(user_id, name="健診会場用", department="保健所", owner=chief, members=[chief], created=date(2021, 4, 1), login=date(2026, 3, 20), password=changed)
    t.expect("shared-password-stale", health.name, "kenshin1", **{"evidence.days": 303})
    t.expect("shared-password-stale", health.name, "kenshin3")
    t.expect("initial-password", health.name, "kenshin3")
    left, = left_on(city, date(2026, 2, 28))
    chief, = city.take(1, lambda p: p["department"] == "図書館" and p["posted"] < date(2025, 4, 1))
    library.shared("counter", name="カウンター", department="図書館", owner=chief["person_id"], members=[chief["person_id"], left["person_id"]], created=date(2021, 4, 1),
                   login=date(2026, 3, 28), password=date(2026, 1, 15))
    t.expect("shared-password-after-move", library.name, "counter")
    t.story("CH-55", "passwords to be changed when they may have leaked, an event and not an age: one of a shared ID was not; all of the cloud's administrators were", "policy/incidents.csv")
    t.policy["incidents"].append([health.name, "kenshin2", "2026-02-15", "メモを庁外で紛失"])
    t.expect("password-after-incident", health.name, "kenshin2", **{"evidence.incident_on": "2026-02-15"})
    t.policy["incidents"].append(["クラウド管理コンソール", "", "2025-11-28", "委託先の端末の感染"])
    t.story("CH-14…", "the log must tell who it was: an ID used after its holder had left, on one that is disabled and on one that is not", "systems/collection.txt, systems/tax_property.csv")
    p, q = left_on(city, date(2026, 1, 31), 2)
    system = s["収納管理システム"]
    for a in [a for a in system.accounts if a["holder"] is p]:
        system.accounts.remove(a)
    a = system.add(city, p, enabled=False, login=date(2026, 2, 16))
    t.expect("leaver-login", system.name, a["user_id"], **{"evidence.account_status": "disabled"})
    a = still_there(city, t, s["固定資産税システム"], q, date(2026, 2, 9))
    t.expect("leaver-login", s["固定資産税システム"].name, a["user_id"], **{"evidence.account_status": "enabled"})


def outside(city, s, t):
    water, facilities = s["上下水道料金システム"], s["施設予約システム"]
    t.story("SA-15", "the people at work are not the sub-contractors that were reported", "hr/contractors.csv, systems/water.csv")
    for i in range(3):
        a = water.add(city, {"person_id": f"C09{i:02d}", "name": ("野崎 進", "堀 かおり", "宇野 聡")[i], "kana": "", "department_code": "", "department": "有限会社ミナト計測", "job_type": "",
                             "email": "", "hired": date(2025, 4, 1)}, kind="external")
        a["holder"] = None
        t.expect("orphan-account", water.name, a["user_id"])
    t.story("KA-26", "several hundred IDs at outside facilities (外部施設): nobody told the city who had gone", "hr/facilities.csv, systems/facilities.csv")
    for i in range(3):
        a = facilities.add(city, {"person_id": f"F08{i:02d}", "name": ("並木 亘", "西 ひかる", "塚本 徹")[i], "kana": "", "department_code": "", "department": f"第{i + 9}学童クラブ", "job_type": "",
                                  "email": "", "hired": date(2022, 4, 1), "group": "外部施設"}, kind="external")
        a["holder"] = None
        t.expect("orphan-account", facilities.name, a["user_id"])
    for p in [p for p in city.of("外部施設") if p["status"] == "退職"]:
        a = facilities.add(city, p, enabled=True, login=p["left"])
        t.expect("leaver-account", facilities.name, a["user_id"])


def ledger(city, s, t):
    t.story("KO-6", "the owner department of every system is asked for each April: one was renamed and one never entered", "tenko.yaml")
    t.expect("system-owner-unknown", "都市計画GIS")
    t.expect("system-owner-unknown", "選挙人名簿システム")
    t.story("CH-3", "a system abolished on 2022-09-30 still has enabled accounts", "systems/old_groupware.csv")
    t.expect("system-retired", "旧グループウェア", "", **{"evidence.enabled_accounts": sum(a["enabled"] for a in s["旧グループウェア"].accounts)})
    t.story("CH-57…", "the system ledger is incomplete: one system delivered no list, one an old one", "tenko.yaml, systems/election.csv")
    t.expect("system-no-list", "農地台帳システム")
    t.expect("system-stale-list", "選挙人名簿システム", "", **{"evidence.days": 75})
    t.story("CH-57…", "the register of systems and licenses: a system and a license are in use that it lacks, and one list holds fewer entries than its owner says", "register/systems.csv, register/licenses.csv")
    t.expect("system-unregistered", "土木積算システム")
    t.expect("license-unregistered", "会議録作成AI")
    t.expect("list-incomplete", "施設予約システム")
    t.story("SA-6", "departments are renamed: a pure rename and a split raise nothing, a reused code inherits nothing", "hr/departments.csv, three lists")
    for a in s["文書管理システム"].accounts:
        if a["department"] == "デジタル推進課" and a["created"] < date(2025, 4, 1):
            a.update(department_code="0105", department="情報政策課")
    for a in s["庁内LAN"].accounts:
        if a["department"] in ("環境政策課", "公園緑地課") and a["created"] < date(2024, 4, 1):
            a["department"] = "環境課"
        if a["department"] == "高齢者支援課" and a["created"] < date(2025, 4, 1):
            a["department"] = "高齢福祉課"
    renamed = next(a for a in s["文書管理システム"].accounts if a["department"] == "情報政策課")
    split = next(a for a in s["庁内LAN"].accounts if a["department"] == "環境課")
    t.none("department-mismatch", "文書管理システム", renamed["user_id"])
    t.none("department-mismatch", "庁内LAN", split["user_id"])
    a, = pick(city, s["文書管理システム"], 1, lambda a: a["department"] in ("文化財課", "生涯学習課", "教育総務課", "総務課"))
    a.update(department_code="0207", department="市史編さん室")
    t.expect("department-mismatch", "文書管理システム", a["user_id"])
    former = next(a for a in s["庁内LAN"].accounts if a["holder"].get("married"))
    t.story("旧姓", "an account in the former name, and in a plainer form of the kanji, is the same person's", "systems/lan_ad.csv")
    t.none("name-mismatch", "庁内LAN", former["user_id"])


def links(city, s, t):
    system = s["都市計画GIS"]
    t.story("links", "whose account it is, decided by hand: one is a member of staff's, one is nobody's although a namesake works there", "systems/gis.csv, policy/links.csv")
    mine, nobodys = pick(city, system, 2)
    t.policy["links"].append([system.name, mine["user_id"], mine["holder"]["person_id"], "本人確認済み"])
    t.policy["links"].append([system.name, nobodys["user_id"], "-", "委託先の同姓同名者"])
    mine.update(person_id="", department="")
    nobodys.update(person_id="", holder=None)
    t.none("orphan-account", system.name, mine["user_id"])
    t.expect("orphan-account", system.name, nobodys["user_id"], matched_by="link")


def oddities(city, s, t):
    """Cells and rows that need a word with who keeps the list."""
    t.story("input", "what is wrong with the files themselves: named in issues.csv, and no row is lost", "the files named")
    tax, pension, finance = s["個人住民税システム"], s["国民年金システム"], s["財務会計システム"]
    a, = pick(city, tax)
    a["created"] = Raw("R7.2.29")
    t.issue("systems/tax_resident.csv", "date-impossible")
    t.issue("systems/tax_resident.csv", "row-is-total")
    a, = pick(city, pension, 1, lambda a: a["holder"]["group"] == "正規")
    a["name"] = Raw(a["name"].replace(" ", "　") + "\ue000")  # 外字: a character of the vendor's own
    a["holder"]["former"] = a["name"].replace("　", " ")  # the register knows the rare form, too
    t.issue("systems/pension.csv", "csv-private-use")
    t.issue("hr/staff.csv", "csv-private-use")
    a, = pick(city, s["国民健康保険システム"])
    a["enabled"] = Raw("要確認")
    t.issue("systems/health_insurance.csv", "word-unknown")
    a, = pick(city, finance)
    finance.raw_rows.append([a["user_id"], a["name"], a["department"], "照会", "停止", "R01/05/02", "R08/03/02"])
    a.update(role=["照会"], created=date(2019, 5, 1), login=date(2026, 3, 2))
    t.issue("systems/finance.csv", "account-differs")
    s["障害福祉システム"].raw_rows += [["1.00E+05", "1.23E+05", "集計 用", "障害福祉課", "有効", ""], ["", "", "空き", "障害福祉課", "停止", ""]]
    t.issue("systems/disability.csv", "id-scientific")
    t.issue("systems/disability.csv", "row-without-key")
    t.policy["waivers"].append(["shared-password-stale", "保健所システム", "kenshin1", "更新作業が終わるまで", "保健所長", "2025-12-31"])
    t.issue("policy/waivers.csv", "waiver-expired")


def leaving(city, s, t):
    """After all others: every enabled account of those who leave on 31 March."""
    t.story("KO-19", "31 March leavers are still employed on that day: their accounts are announced, and a day later they are leavers (see 2026-04-01 below)", "all lists")
    for system in s.values():
        for a in system.accounts:
            if a["enabled"] is True and a["holder"] and a["holder"].get("leaves_now"):
                t.expect("leaving-soon", system.name, a["user_id"])


def apply(city, s):
    t = Table()
    for case in (inventory, leavers, disaster, library, too_many, school, privileged, roles, passwords, outside, ledger, links, oddities, licenses.cases, leaving):
        case(city, s, t)
    return t
