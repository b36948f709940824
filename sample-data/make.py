#!/usr/bin/env python3
"""Writes the sample city.   make.py DIR

The city is made of chance with a fixed seed, so the files are the same on every machine. Order matters: people, then the accounts they should have, then
licenses, then the cases (city/cases.py), each of which changes something and says which exceptions it must raise; then all is written in the vendors' manners.
"""
import os, sys

from city import cases, last_year, licenses, people, readme, rosters, systems
from city.manners import Manner

POLICY = {
    "roles": ("utf-8", ["system", "role", "department", "job_type", "position", "employment"]),
    "conflicts": ("cp932", ["システムA", "権限A", "システムB", "権限B", "理由"]),
    "privileged": ("utf-8-sig", ["system", "user_id", "person_id", "approved_by", "approved_on", "expires_on"]),
    "shared": ("cp932", ["システム名", "共用ID", "用途", "管理責任者", "利用者", "パスワード最終変更日", "パスワード変更周期"]),
    "links": ("utf-8-sig", ["システム", "利用者ID", "職員番号", "備考"]),
    "waivers": ("cp932", ["規則", "対象", "対象ID", "理由", "承認者", "有効期限"]),
    "incidents": ("utf-8", ["システム", "利用者ID", "発生日", "事由"]),
}


def config(all_systems, all_licenses):
    out = ["# しおかぜ市, a fictional city: see README.md", "organization: しおかぜ市", "as_of: 2026-03-31", "departments: hr/departments.csv",
           "register: {systems: register/systems.csv, licenses: register/licenses.csv}", rosters.ROSTERS.rstrip(), "systems:"]
    for s in all_systems:
        out.append(f"  - name: {s.name}")
        out.append(f"    owner: {s.owner}" if s.owner else "    owner:")
        out.append(f"    source: {s.file}" if s.file else "    source: {connector: none}")
        out += [f"    exported_on: {s.exported}"] if s.file else []
        out += [f"    {line}" for line in s.config.splitlines()]
    out.append("licenses:")
    for lic in all_licenses:
        out += [f"  - name: {lic.name}", f"    source: {lic.file}"] + [f"    {line}" for line in lic.config.splitlines()]
    out += ["devices: {source: devices.txt, exported_on: 2026-03-31}", "policy:"]
    out += [f"  {name}: policy/{name}.csv" for name in POLICY]
    return ("\n".join(out) + "\n").encode()


def policy_files(tables):
    for name, (encoding, header) in POLICY.items():
        rows = [dict(zip(header, row)) for row in tables[name]]
        yield f"policy/{name}.csv", Manner(encoding).bytes([(h, h) for h in header], rows)


def register_files(all_systems, all_licenses):
    """What tenko.yaml says too is said in the same words; purpose, contract and the number of entries stand here alone."""
    header = ["システム名", "所管課", "責任者", "契約番号", "用途", "抽出者", "件数", "廃止日"]
    rows = []
    for i, s in enumerate(all_systems):
        if s.name == "土木積算システム":
            continue
        records = len(s.records())
        count = {"施設予約システム": str(records + 5), "庁内LAN": f"{records:,}件"}.get(s.name, "")
        rows.append([s.name, s.owner, "", f"R7-{i + 101}", s.name.removesuffix("システム") + "の業務", f"{s.owner or '担当課'}の担当者" if s.file else "", count, "R4.9.30" if s.name == "旧グループウェア" else ""])
    yield "register/systems.csv", Manner("cp932", title=["システム台帳（令和7年度）"]).bytes([(h, h) for h in header], [dict(zip(header, r)) for r in rows])
    header = ["ライセンス名", "契約番号", "用途"]
    rows = [[lic.name, f"R7-{i + 301}", "業務の効率化"] for i, lic in enumerate(all_licenses) if lic.name != "会議録作成AI"]
    yield "register/licenses.csv", Manner("utf-8-sig").bytes([(h, h) for h in header], [dict(zip(header, r)) for r in rows])


def make():
    city = people.build()
    city.licenses = licenses.build(city)
    by_name = systems.build(city)
    table = cases.apply(city, by_name)
    files = rosters.files(city)
    for s in by_name.values():
        if s.file:
            files[s.file] = s.manner.bytes(s.columns, s.records())
    for lic in city.licenses.values():
        files[lic.file] = lic.manner.bytes(lic.columns, lic.seats)
    manner, columns = licenses.DEVICES
    files["devices.txt"] = manner.bytes(columns, city.devices)
    files.update(policy_files(table.policy))
    files.update(register_files(by_name.values(), city.licenses.values()))
    files["tenko.yaml"] = config(by_name.values(), city.licenses.values())
    web, web_expected = rosters.web_2023()
    june, june_expected = rosters.june_2025(city)
    ledger, ledger_expected = rosters.register_162(by_name)
    for more in (web, june, ledger, last_year.files(by_name)):
        files.update(more)
    files.update(readme.files(city, table, len(by_name), {"april": rosters.on_1_april(city, table), "web2023": web_expected, "june2025": june_expected, "register162": ledger_expected}))
    return files


def main():
    folder = os.path.join(sys.argv[1], "shiokaze")
    for name, data in sorted(make().items()):
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(data)


if __name__ == "__main__":
    main()
