#!/usr/bin/env python3
"""Limits of what a run writes: at each, and one beyond.

    limits.py TENKO

At the limit all is there; beyond it the rest is counted, stands elsewhere, or is refused by name (docs/COVERAGE.md has the table)."""
import csv, json, os, sys

from commands import CITY, CONFIG, Place, expect, run_tests

STAFF = "employee id,name,department\n001,Alice Able,Tax\n"



def rows(p, name):
    with open(p.path(name), encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def test_workbook_of_an_inventory():
    """A system of 100,000 accounts has a workbook in inventory/; a larger one has the CSV alone."""
    for count, has_workbook in ((100000, True), (100001, False)):
        with Place({"staff.csv": STAFF, "tenko.yaml": CONFIG.split("devices:")[0].split("licenses:")[0] + "safety: {max_unmatched_percent: 100}\n",
                    "tax.csv": "user id,employee id\n" + "".join(f"u{i},001\n" for i in range(count))}) as p:
            p.tenko("run", "--no-ledger", "--format", "inventory")
            with open(p.path("report/inventory/tax.csv"), encoding="utf-8-sig") as f:
                expect(sum(1 for _ in f) == count + 1, "every account")
            expect(os.path.exists(p.path("report/inventory/tax.xlsx")) == has_workbook, count)


def test_seats_that_no_list_names():
    """100,000 seats that were bought and stand in no list are a row each; more are one row with the cost of all."""
    for quantity, listed in ((100001, 100001), (100002, 2)):
        files = CITY | {"tenko.yaml": CONFIG.replace("quantity: 3", f"quantity: {quantity}\n    unit_cost: 12.5"), "office.csv": "employee id,last used on\n001,2026-03-01\n"}
        with Place(files) as p:
            p.tenko("run", "--no-ledger", "--format", "csv")
            seats = rows(p, "report/seats.csv")
            expect(len(seats) == listed, len(seats))
            cost = sum(float(s["yearly_cost"]) for s in seats)
            expect(cost == quantity * 12.5, cost, quantity)
            expect(sum(s["verdict"] == "unassigned" for s in seats) == listed - 1, "unassigned")


def test_days_of_a_shared_id():
    """A shared ID's own shared_password_days may be a hundred years; one day more is no number of days."""
    for days, is_said in (("36500", False), ("36501", True)):
        shared = "system,user_id,owner,members,purpose,password_changed_on,shared_password_days\n" + f"tax,t009,003,003,desk,2026-01-01,{days}\n"
        with Place(CITY | {"tenko.yaml": CONFIG.replace("policy:", "policy:\n  shared: shared.csv"), "shared.csv": shared}) as p:
            p.tenko("run", "--no-ledger", "--format", "csv")
            found = [i for i in rows(p, "report/issues.csv") if i["value"] == days]
            expect(bool(found) == is_said, days, found)


def test_names_in_the_evidence():
    """Twenty candidates are named; of one more it is said that there is one more."""
    for namesakes, more in ((20, None), (21, 1)):
        staff = "employee id,name\n" + "".join(f"{i:03},Sam Same\n" for i in range(namesakes))
        with Place({"staff.csv": staff, "tax.csv": "user id,name\nu1,Sam Same\n"}) as p:
            p.tenko("run", "--roster", "staff.csv", "--system", "tax=tax.csv", "--as-of", "2026-03-31", "--out", "report")
            found = [e for e in map(json.loads, p.read("report/exceptions.jsonl").splitlines()) if e["subject"] == "u1" and "candidates" in e["evidence"]]
            expect(len(found) == 1 and len(found[0]["evidence"]["candidates"]) == 20, found)
            text = json.dumps(found[0])
            expect((f"{more} more" in text) if more else " more" not in text, text)


def test_runs_on_the_page():
    """The page shows the run and eleven before it."""
    for count, shows_first in ((12, True), (13, False)):
        with Place(CITY) as p:
            for i in range(count):
                p.tenko("run", "--as-of", f"2026-06-{i + 1:02}", "--format", "html" if i == count - 1 else "jsonl")
            page = p.read("report/index.html")
            expect((">#1</text>" in page) == shows_first, count)
            expect(all(f">#{i}</text>" in page for i in range(2, count + 1)), count)


def test_name_of_the_report():
    """Beside the report stands .NAME.tenko-0123456789abcdef while it is written: a name may have 231 bytes of the 255 there are."""
    for name in ("r" * 231, "報" * 77):
        with Place(CITY) as p:
            p.tenko("run", "--no-ledger", "--out", name)
            expect(os.path.exists(p.path(name + "/manifest.json")), name)
            said = p.tenko("run", "--no-ledger", "--out", name + "s", status=4)
            expect(name + "s: " in said and not os.path.exists(p.path(name + "s")), said)
            expect(not [n for n in os.listdir(p.root) if n.startswith(".r") or n.startswith(".報")], "left over")


if __name__ == "__main__":
    sys.exit(run_tests(globals()))
