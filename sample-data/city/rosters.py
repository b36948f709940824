"""Rosters, the table of departments and the other runs: the city's own files, and what the city looked like on other days."""
from datetime import date

from . import manners as m
from .manners import Manner
from .people import FORMER_UNITS, SCHOOLS, UNITS

NEW_YEAR = date(2026, 4, 1)


def staff(city):
    rows = []
    for p in city.of("正規", "再任用", "新採"):
        row = {**p, "word": p.get("status_word", p["status"])}
        rows.append(row)
        if p.get("second"):  # 兼務: a second row
            rows.append({**row, "department_code": p["second"], "department": city.name_of[p["second"]], "position": "兼務"})
        if p.get("next"):  # the posting of 1 April stands in the file of March
            rows.append({**row, "department_code": p["next"], "department": city.name_of[p["next"]], "posted": NEW_YEAR})
    return Manner("cp932-windows", title=["しおかぜ市　職員名簿（人事課）", "基準日　令和8年3月31日"], blank_columns=2).bytes(
        [("職員番号", "person_id"), ("氏名", "name", m.wide_space), ("フリガナ", "kana", m.half_kana), ("旧姓氏名", "former", m.wide_space), ("所属コード", "department_code"),
         ("所属名", "department"), ("職種", "job_type"), ("役職", "position"), ("任用形態", "employment"), ("在職状況", "word"), ("採用年月日", "hired", m.wareki),
         ("退職年月日", "left", m.letter_era), ("休職開始日", "leave_from", m.letter_padded), ("休職終了日", "leave_to", m.letter_padded), ("発令日", "posted", m.wide_era),
         ("メールアドレス", "email"), ("庁内LANID", "login")], rows)


def fiscal_year_staff(city):
    rows = []
    for p in city.of("会計年度"):
        rows.append(p)
        if p.get("renewed") or p.get("new_number"):  # appointed again on 1 April
            rows.append({**p, "person_id": p.get("new_number", p["person_id"]), "hired": NEW_YEAR, "until": date(2027, 3, 31)})
    return Manner("utf-8-sig").bytes(
        [("職員番号", "person_id"), ("氏名", "name"), ("カナ氏名", "kana"), ("所属コード", "department_code"), ("所属", "department"), ("雇用区分", "employment"), ("職種", "job_type"),
         ("任用開始日", "hired", m.iso), ("任用終了日", "until", m.iso), ("電子メール", "email"), ("ログインID", "login")], rows)


TEACHERS = [("教職員番号", "person_id"), ("氏名", "name"), ("ふりがな", "kana"), ("所属コード", "department_code"), ("所属", "department"), ("職種", "job_type"), ("任用区分", "employment"),
            ("採用日", "hired", m.compact), ("異動日", "posted", m.compact), ("退職日", "left", m.compact)]
OUTSIDE = [("スタッフ番号", "person_id"), ("氏名", "name", m.wide_space), ("カナ", "kana"), ("配属先", "department"), ("雇用形態", "employment"), ("雇用開始日", "hired", m.slashes), ("雇用終了日", "left", m.slashes)]


def departments():
    rows = [{"code": c, "name": n, "from": a, "to": b, "next": s} for c, n, a, b, s in FORMER_UNITS]
    since = {"0106": "2025-04-01", "0303": "2025-04-01", "0207": "2024-04-01", "0206": "2024-04-01"}
    rows += [{"code": code, "name": name, "from": since.get(code, "2005-04-01")} for code, name, *_ in UNITS]
    rows += [{"code": code, "name": name, "from": "1990-04-01"} for code, name in SCHOOLS]
    return Manner("cp932").bytes([("所属コード", "code"), ("所属名", "name"), ("有効開始日", "from"), ("有効終了日", "to"), ("後継所属", "next")], rows)


def files(city):
    return {
        "hr/staff.csv": staff(city),
        "hr/fiscal_year_staff.csv": fiscal_year_staff(city),
        "hr/teachers.csv": Manner("utf-8").bytes(TEACHERS, city.of("教職員")),
        "hr/designated_manager.csv": Manner("cp932", title=["指定管理者従事者名簿"]).bytes(OUTSIDE, city.of("指定管理")),
        "hr/contractors.csv": Manner("utf-8-sig", ";").bytes(OUTSIDE, city.of("委託")),
        "hr/facilities.csv": Manner("cp932").bytes(OUTSIDE, city.of("外部施設")),
        "hr/departments.csv": departments(),
    }


ROSTERS = """rosters:
  - name: 職員
    source: hr/staff.csv
    exported_on: 2026-03-31
    columns: {posted_on: 発令日, effective_on: 発令日}    # rows of 1 April stand in the file of March: they do not hold yet
  - {name: 会計年度任用職員, source: hr/fiscal_year_staff.csv, exported_on: 2026-03-31}
  - {name: 教職員, source: hr/teachers.csv, exported_on: 2026-03-31}
  - {name: 指定管理者, source: hr/designated_manager.csv, exported_on: 2025-12-20}
  - {name: 委託, source: hr/contractors.csv, exported_on: 2026-03-15}
  - {name: 外部施設, source: hr/facilities.csv, exported_on: 2026-03-10}
"""


# --- other days ---

def on_1_april(city, t):
    """What must be seen a day later: each announced account is a leaver's, newcomers have none yet."""
    lines = []
    for seed, _, _, expectations in t.rows:
        for e in expectations:
            if e[0] != "exception":
                continue
            if e[1] == "leaving-soon":
                lines.append(["exception", "leaver-account", e[2], e[3], "evidence.days=1"])
            elif e[1] in ("leaver-account", "missing-account", "license-leaver"):
                lines.append(e[:4])
    for p in city.newcomers:
        for system in ("庁内LAN", "防災情報システム"):
            lines.append(["exception", "missing-account", system, p["person_id"]])
    for seat in city.licenses["テレワーク"].seats:
        if seat["holder"].get("leaves_now"):
            lines.append(["exception", "license-leaver", "テレワーク", m.eaten(seat["person_id"])])
    for device in city.devices:
        for seat in city.licenses["RPA"].seats:
            if device["device_id"] == seat["device_id"] and device["holder"].get("leaves_now"):
                lines.append(["exception", "license-leaver", "RPA", seat["device_id"]])
    unique = []
    for e in lines:
        if e[:4] not in [u[:4] for u in unique]:
            unique.append(e)
    return unique


def web_2023():
    """SA-7: the web administration's password, four years and eight months old."""
    people = [("001501", "青木 浩", "広報課", "2006-04-01", "2016-04-01", "2022-03-31"), ("001502", "三浦 久美子", "総務課", "2009-04-01", "2021-04-01", ""),
              ("001503", "小野 淳", "税務課", "2012-04-01", "2023-04-01", ""), ("001504", "竹内 理恵", "広報課", "2010-04-01", "2018-04-01", "")]
    roster = Manner("cp932").bytes([("職員番号", 0), ("氏名", 1), ("所属", 2), ("採用日", 3), ("発令日", 4), ("退職日", 5)], [dict(enumerate(p)) for p in people])
    cms = Manner("utf-8-sig").bytes(
        [("ログインID", 0), ("氏名", 1), ("アカウント種別", 2), ("責任者職員番号", 3), ("利用者一覧", 4), ("状態", 5), ("作成日", 6), ("最終ログイン日", 7), ("パスワード変更日", 8)],
        [dict(enumerate(("webmaster", "サイト管理", "共用", "001504", "001501,001502,001503,001504", "有効", "2018-04-01", "2023-11-30", "2019-03-31")))])
    config = """# SA-7: the same city on 1 December 2023
organization: しおかぜ市
as_of: 2023-12-01
rosters:
  - {name: 職員, source: hr/staff_2023.csv, exported_on: 2023-12-01}
systems:
  - {name: 公式サイトCMS, owner: 広報課, source: systems/cms_2023.csv, exported_on: 2023-11-30}
"""
    expected = [["exception", "shared-password-stale", "公式サイトCMS", "webmaster", "evidence.days=1706", "evidence.password_changed_on=2019-03-31"],
                ["exception", "shared-password-after-move", "公式サイトCMS", "webmaster",
                 "evidence.moved=001501 (left_on 2022-03-31),001502 (posted_on 2021-04-01),001503 (posted_on 2023-04-01)"]]
    return {"hr/staff_2023.csv": roster, "systems/cms_2023.csv": cms, "web2023.yaml": config.encode()}, expected


def june_2025(city):
    """KO-24: the teachers' list of the end of May, compared in June with what the school system held."""
    teachers = [p for p in city.of("教職員") if p["department_code"] in ("9501", "9502", "9503") and p["status"] == "在職"]
    rows, expected = [], []
    for i, p in enumerate(teachers):
        a = {**p, "user_id": f"kou{i + 1:04d}", "enabled": True, "login": date(2025, 6, 2 + i % 9)}
        if i in (4, 15):
            a["job_type"] = "養護教諭" if p["job_type"] != "養護教諭" else "教諭"
            expected.append(["exception", "job-type-mismatch", "校務支援システム", a["user_id"]])
        if i == 20:
            a["department"] = "岬中学校"
            expected.append(["exception", "department-mismatch", "校務支援システム", a["user_id"]])
        rows.append(a)
    gone = {"person_id": "T00991", "name": "旧職員 一", "department": "潮見小学校", "job_type": "教諭", "user_id": "kou0991", "enabled": True, "login": date(2025, 3, 28)}
    expected.append(["exception", "leaver-account", "校務支援システム", "kou0991", "evidence.days=74"])
    left = {**gone, "kana": "", "department_code": "9501", "employment": "県費負担", "hired": date(1987, 4, 1), "posted": date(2017, 4, 1), "left": date(2025, 3, 31)}
    config = """# KO-24: one system with its own roster date and its own day of checking
organization: しおかぜ市
as_of: 2025-06-13
departments: hr/departments.csv
rosters:
  - {name: 教職員, source: hr/teachers_2025-05-30.csv, exported_on: 2025-05-30}
systems:
  - {name: 校務支援システム, owner: 学校教育課, source: systems/school_affairs_2025-06.csv, exported_on: 2025-06-12}
"""
    system = [("ログインID", "user_id"), ("教職員番号", "person_id"), ("氏名", "name"), ("所属", "department"), ("職種", "job_type"), ("状態", "enabled", m.words("有効", "停止")),
              ("最終ログイン日", "login", m.letter_era)]
    return {"hr/teachers_2025-05-30.csv": Manner("utf-8").bytes(TEACHERS, teachers + [left]),
            "systems/school_affairs_2025-06.csv": Manner("cp932").bytes(system, rows + [gone]), "june2025.yaml": config.encode()}, expected


SUBJECTS = """法人市民税 軽自動車税 市たばこ税 入湯税 事業所税 家屋評価 地籍管理 滞納整理 口座振替 証明書コンビニ交付 印鑑登録 住居表示 自動交付機 旅券窓口 火葬場予約 墓地管理 犬の登録 ごみ収集 粗大ごみ受付
公害監視 環境測定 斎場管理 後期高齢者医療 福祉医療 特定健診 予防接種 母子保健 健康増進 結核予防 食品衛生 環境衛生 精神保健 難病支援 児童扶養手当 保育料 保育所入所 学童保育 子育て支援アプリ ひとり親支援
地域包括支援 緊急通報 障害者手帳 自立支援医療 成年後見 民生委員 生活困窮者支援 災害援護資金 避難行動要支援者 被災者支援 防災行政無線 雨量監視 河川水位 消防団管理 安否確認 道路台帳 道路占用 橋りょう点検
街路灯管理 屋外広告物 建築確認 開発許可 空家管理 市営住宅 公園施設 下水道台帳 受益者負担金 水道管路 水質管理 検針 給水装置 工事台帳 入札参加資格 電子入札 電子契約 公有財産 備品管理 公用車予約 庁舎設備
会議室予約 電話交換 郵便発送 例規集 議会会議録 議会中継 選挙開票 期日前投票 統計調査 国勢調査 企業立地 観光案内 ふるさと納税 商品券 農業振興地域 林地台帳 有害鳥獣 漁港管理 市場会計 学齢簿 就学援助 給食費
給食献立 学校施設 学校図書館 生涯学習講座 文化財台帳 美術館収蔵 公民館予約 体育館鍵管理 成人式受付 研修管理 人事評価 勤怠管理 職員健康管理 職員採用 旅費精算 電子申請 公開型地図""".split()


def register_162(by_name):
    """KA-list: 162 systems (59 in the cloud), each owned by a section, some by two, before any list has come in."""
    units = [name for _, name, *_ in UNITS]
    header, rows, expected = ["システム名", "所管課", "用途", "形態"], [], []
    all_names = list(by_name) + [f"{s}システム" for s in SUBJECTS]
    all_names += [f"{name[:-4]}（クラウド）" for name in all_names if name.endswith("システム")]
    for i, name in enumerate(all_names[:162]):
        owner = by_name[name].owner if name in by_name else units[i % len(units)]
        if name == "公園施設システム":
            owner = "環境課"  # ended in 2024
        elif i % 20 == 7 and owner:
            owner += "、" + units[(i + 9) % len(units)]  # two, jointly
        rows.append([name, owner, "", "クラウド" if i >= 103 else "庁内"])
        expected.append(["exception", "system-no-list", name, ""])
        if not owner or owner in ("環境課", "情報政策課"):
            expected.append(["exception", "system-owner-unknown", name, ""])
    assert len(rows) == 162
    config = ("# KA-list: the register of systems on the first day: 162 systems, no list delivered yet\norganization: しおかぜ市\nas_of: 2026-03-31\n"
              "departments: hr/departments.csv\nregister: {systems: register/systems162.csv}\nrosters:\n  - {name: 委託, source: hr/contractors.csv, exported_on: 2026-03-15}\n")
    table = Manner("cp932").bytes([(h, h) for h in header], [dict(zip(header, r)) for r in rows])
    return {"register162.yaml": config.encode(), "register/systems162.csv": table}, expected
