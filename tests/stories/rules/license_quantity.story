# More seats than owned, fewer, exactly, and no limit
assigned > quantity is over-assigned and unassigned is never below 0; quantity − assigned > 0 is a surplus. Equal is neither; without
a quantity neither can be said, nor a utilization. Utilization is active ÷ purchased: 4 of 3 are 133.3 %.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - {name: a超過, source: seats.csv, quantity: 3}
  - {name: b一致, source: seats.csv, quantity: 4}
  - {name: c余剰, source: seats.csv, quantity: 5, unit_cost: 100}
  - {name: d無制限, source: seats.csv, unit_cost: 100}
  - {name: e零, source: seats.csv, quantity: 0}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課
004,田中三郎,税務課

-- seats.csv --
職員番号,最終利用日
001,2026-03-01
002,2026-03-01
003,2026-03-01
004,2026-03-01

-- expect exceptions --
license-over-assigned  a超過  severity=high evidence.over=1
license-surplus  c余剰  evidence.unassigned=1
license-over-assigned  e零  evidence.over=4
-- expect issues --
seats.csv: list-twice
seats.csv: list-twice
seats.csv: list-twice
seats.csv: list-twice
-- expect summary --
licenses[0].unassigned == 0
licenses[0].utilization == 133.3
licenses[1].unassigned == 0
licenses[1].utilization == 100.0
licenses[2].unassigned == 1
licenses[2].utilization == 80.0
licenses[2].yearly_waste == 100
licenses[3].purchased == null
licenses[3].utilization == null
licenses[3].yearly_waste == 0
licenses[0].yearly_waste == null
