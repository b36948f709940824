# What the unused seats cost in a year
BRIEF: unit_cost × max(0, purchased − suggested quantity), where suggested = assigned − reclaimable. Of 4 seats two are never used and one is idle: 1
is needed. Owned 10: 9 × 1,000. Unlimited: the 3 that can be had back. Owned 1, though 4 are assigned: nothing is wasted.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - {name: a十, source: seats.csv, quantity: 10, unit_cost: 1000}
  - {name: b無制限, source: seats.csv, unit_cost: 1000}
  - {name: c一, source: seats.csv, quantity: 1, unit_cost: 1000}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課
004,田中三郎,税務課

-- seats.csv --
職員番号,最終利用日
001,
002,
003,2025-01-01
004,2026-03-01

-- expect exceptions of license-surplus license-over-assigned --
license-surplus  a十
license-over-assigned  c一
-- expect issues --
seats.csv: list-twice
seats.csv: list-twice
-- expect summary --
licenses[0].reclaimable == 3
licenses[0].suggested_quantity == 1
licenses[0].yearly_waste == 9000
licenses[1].yearly_waste == 3000
licenses[2].yearly_waste == 0
