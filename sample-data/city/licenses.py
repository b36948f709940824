"""Licenses and devices, with what is wrong with them."""
from datetime import date

from . import manners as m
from .manners import Manner


class License:
    def __init__(self, name, file, manner, columns, config):
        self.name, self.file, self.manner, self.columns, self.config, self.seats = name, file, manner, columns, config, []


def telework(city):
    """KA-15: 750 owned, 709 assigned, of which 65 were never used; 41 unassigned."""
    lic = License("テレワーク", "licenses/telework.csv", Manner("cp932"),
                  [("職員番号", "person_id", m.eaten), ("氏名", "name", m.plain), ("割当日", "assigned", m.slashes), ("最終利用日", "used", m.slashes)],
                  "quantity: 750\nmetric: user\nunit_cost: 12000\ncontract_from: 2025-04-01\ncontract_to: 2026-03-31\nsystem: 庁内LAN\nexported_on: 2026-03-31")
    bare = ("007001", "07001")  # their numbers look alike without zeros
    people = [p for p in city.of("正規", "再任用", "会計年度") if p["status"] == "在職" and p["person_id"] not in bare]
    people = city.chance.some(people, 709)
    never = {p["person_id"] for p in city.chance.some([p for p in people if not p.get("leaves_now")], 65)}
    for p in people:
        lic.seats.append({"person_id": p["person_id"], "name": p["name"], "assigned": date(2025, 4, 1), "holder": p,
                          "used": None if p["person_id"] in never else city.chance.day(date(2026, 1, 5), date(2026, 3, 30))})
    return lic


def meetings(city):
    lic = License("会議録作成AI", "licenses/minutes.csv", Manner("utf-8-sig"),
                  [("利用者職員番号", "person_id"), ("割当日", "assigned", m.iso), ("最終利用日", "used", m.iso), ("報告日", "reported", m.iso)],
                  "quantity: 12\nunit_cost: 30000\nsystem: 庁内LAN\ncontract_from: 2025-07-01\ncontract_to: 2026-06-30\nexported_on: 2026-03-31")
    for p in city.take(12, groups=("正規",)):
        lic.seats.append({"person_id": p["person_id"], "assigned": date(2025, 7, 1), "holder": p})
    return lic


def drawing(city):
    lic = License("地図作成ソフト", "licenses/cad.csv", Manner("cp932", "\t"), [("職員番号", "person_id", m.formula), ("割当日", "assigned", m.letter_era)],
                  "quantity: 7\nunit_cost: 98000\ncontract_from: 2022-10-01\ncontract_to: 2025-09-30\nexported_on: 2026-03-31")
    for p in city.take(8, lambda p: p["department"] in ("都市計画課", "道路河川課")):
        lic.seats.append({"person_id": p["person_id"], "assigned": date(2022, 10, 3), "holder": p})
    return lic


def robots(city):
    """RPA per device; use is known only from half-yearly reports, the last of 2025-09-30 (182 days ago) and 2026-03-20."""
    lic = License("RPA", "licenses/rpa.txt", Manner("utf-16le", "\t"), [("端末番号", "device_id"), ("導入日", "assigned", m.slashes), ("最終実行日", "used", m.slashes), ("報告日", "reported", m.slashes)],
                  "quantity: 20\nmetric: device\nunit_cost: 300000\ncontract_from: 2025-10-01\ncontract_to: 2026-09-30\nexported_on: 2026-03-31")
    for i in range(20):
        lic.seats.append({"device_id": f"PC{i * 11 + 5:05d}", "assigned": date(2024, 10, 1), "used": date(2026, 3, 2), "reported": date(2026, 3, 20) if i % 2 else date(2025, 9, 30)})
        if not i % 2:
            lic.seats[-1]["used"] = date(2026, 1, 20)
    return lic


def build(city):
    city.devices = [{"device_id": f"PC{i + 1:05d}", "person_id": p["person_id"], "department": p["department"], "returned": False, "returned_on": None, "holder": p}
                    for i, p in enumerate(city.chance.some(city.present("正規", "再任用"), 280))]
    lic = [telework(city), meetings(city), drawing(city), robots(city)]
    return {x.name: x for x in lic}


DEVICES = (Manner("utf-16le", "\t", title=["端末貸与台帳"]), [("端末番号", "device_id"), ("職員番号", "person_id"), ("使用課", "department"), ("返却状況", "returned", m.words("返却済", "貸与中")),
                                                       ("返却日", "returned_on", m.slashes)])


def cases(city, s, t):
    lic = city.licenses
    work, minutes, cad, rpa = lic["テレワーク"], lic["会議録作成AI"], lic["地図作成ソフト"], lic["RPA"]
    t.story("KA-15", "telework licenses at the end of the year: 750 owned, 644 active, 106 not; 65 of those assigned and never used, 41 unassigned", "licenses/telework.csv")
    t.figure(work.name, purchased=750, assigned=709, active=644, never_used=65, idle=0, usage_unknown=0, held_by_leavers=0, unassigned=41, reclaimable=65, utilization=85.9,
             suggested_quantity=644, yearly_waste=(750 - 644) * 12000)
    t.expect("license-surplus", work.name)
    for seat in work.seats:
        if not seat["used"]:
            t.expect("license-never-used", work.name, m.eaten(seat["person_id"]))
    t.story("KO-2b", "the software ledger lacks contract and purpose: one contract ended half a year ago, with more seats than were bought; one ends on the day", "tenko.yaml")
    t.expect("license-expired", cad.name, "", **{"evidence.days": 182})
    t.expect("license-over-assigned", cad.name, "", **{"evidence.over": 1})
    t.expect("license-renewal", work.name, "", **{"evidence.days": 0})
    t.story("KO-20L", "use of licenses unknown; an earlier cut without usage data brought complaints: twelve seats nobody reported on, and no cut is suggested; one is of an account that is disabled", "licenses/minutes.csv, licenses/cad.csv")
    working = {seat["person_id"] for seat in work.seats}
    p, = city.take(1, lambda p: p["person_id"] not in working, groups=("会計年度",))
    minutes.seats[-1].update(person_id=p["person_id"], holder=p)
    next(a for a in s["庁内LAN"].accounts if a["holder"] is p)["enabled"] = False
    t.expect("license-disabled-account", minutes.name, p["person_id"])
    for seat in minutes.seats:
        t.expect("license-usage-unknown", minutes.name, seat["person_id"])
    t.figure(minutes.name, purchased=12, assigned=12, usage_unknown=12, never_used=0, suggested_quantity=12)
    t.figure(cad.name, purchased=7, assigned=8, active=8, unassigned=0, suggested_quantity=8, yearly_waste=0, usage="usage not reported")
    t.story("KO-18L", "RPA licenses are per device, and use is known only from half-yearly reports: three were not reported, two never ran, one stands idle, one device is not in the ledger",
            "licenses/rpa.txt, devices.txt")
    for i, change in ((2, {"reported": None}), (5, {"reported": None, "used": None}), (8, {"reported": date(2025, 3, 31)})):
        rpa.seats[i].update(change)
        t.expect("license-usage-unknown", rpa.name, rpa.seats[i]["device_id"])
    for i in (3, 7):
        rpa.seats[i]["used"] = None
        t.expect("license-never-used", rpa.name, rpa.seats[i]["device_id"])
    rpa.seats[9]["used"] = date(2025, 8, 4)
    t.expect("license-idle", rpa.name, rpa.seats[9]["device_id"], **{"evidence.days": 239})
    rpa.seats[11]["device_id"] = "PC99001"
    t.expect("license-unknown-holder", rpa.name, "PC99001")
    rpa.seats[13]["device_id"] = "PC90001"
    rpa.seats[15]["device_id"] = rpa.seats[17]["device_id"]
    t.expect("license-duplicate", rpa.name, rpa.seats[17]["device_id"])
    t.figure(rpa.name, purchased=20, assigned=20, usage_unknown=3, never_used=2, idle=1, held_by_leavers=1, held_by_unknown=1, active=12, reclaimable=4)
    t.story("KA-14", "PCs of last year's leavers are collected late; one of them still holds an RPA license", "devices.txt")
    gone = [p for p in city.of("正規") if p.get("left") and p["left"] <= date(2025, 12, 31)][-8:]
    for i, p in enumerate(gone):
        back = i >= 4
        city.devices.append({"device_id": f"PC{90001 + i}", "person_id": p["person_id"], "department": p["department"], "returned": back,
                             "returned_on": p["left"] if back else None, "holder": p})
        if not back:
            t.expect("device-not-returned", "devices", f"PC{90001 + i}")
    t.expect("license-leaver", rpa.name, "PC90001")
    moved, = city.take(1, lambda p: p["posted"] == date(2025, 4, 1) and p["hired"] < date(2020, 1, 1) and p["department"] not in ("税務課", "市民課"))
    city.devices.append({"device_id": "PC91001", "person_id": moved["person_id"], "department": "税務課", "returned": False, "returned_on": None, "holder": moved})
    t.expect("device-department-mismatch", "devices", "PC91001", **{"evidence.posted_on": "2025-04-01"})
    city.devices.append({"device_id": "PC91002", "person_id": "005991", "department": "市民課", "returned": False, "returned_on": None, "holder": None})
    t.expect("device-holder-unknown", "devices", "PC91002")
