# 750 owned, 644 active, 106 not
KA-15 exactly: 750 telework licenses, 644 used, 106 not; 65 of these assigned and never used, so 41 unassigned. One license-never-used for
each of the 65, one license-surplus with these figures, utilization 644 / 750 = 85.866… = 85.9 %. What can be had back is 65, what is
needed 709 − 65 = 644, and what is wasted each year (750 − 644) × 12,000 = 1,272,000 yen.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv
    quantity: 750
    unit_cost: 12000
    contract_from: 2025-04-01
    contract_to: 2027-03-31

-- roster.csv (python) --
out.write("職員番号,氏名,所属\n".encode())
for i in range(1, 751):
    out.write(f"{i:05d},職員{i},税務課\n".encode())

-- telework.csv (python) --
out.write("職員番号,割当日,最終利用日\n".encode())
for i in range(1, 710):
    out.write(f"{i:05d},2025-04-01,{'2026-03-02' if i <= 644 else ''}\n".encode())

-- expect exceptions of license-surplus license-over-assigned license-idle license-leaver license-unknown-holder --
license-surplus  テレワーク  severity=low evidence.purchased=750 evidence.assigned=709 evidence.active=644 evidence.never_used=65 evidence.unassigned=41
-- expect issues --
-- expect summary --
counts.exceptions == 66
counts.by_rule.license-never-used == 65
counts.by_rule.license-surplus == 1
licenses[0].purchased == 750
licenses[0].assigned == 709
licenses[0].active == 644
licenses[0].never_used == 65
licenses[0].idle == 0
licenses[0].usage_unknown == 0
licenses[0].held_by_leavers == 0
licenses[0].unassigned == 41
licenses[0].reclaimable == 65
licenses[0].utilization == 85.9
licenses[0].yearly_waste == 1272000
licenses[0].suggested_quantity == 644
-- expect file licenses.csv --
85.9
