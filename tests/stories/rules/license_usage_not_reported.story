# A ledger without any usage field
Seats count as active and the report says "usage not reported" (contract 5); the rules about use are not evaluated, and no utilization is computed
from what nobody knows.

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv
    quantity: 2

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- telework.csv --
職員番号,割当日
001,2020-04-01
002,2020-04-01

-- expect exceptions --
-- expect issues --
-- expect summary --
licenses[0].active == 2
licenses[0].utilization == null
licenses[0].unassigned == 0
licenses[0].usage == "usage not reported"
-- expect file systems.csv --
license-never-used: the list has no last use
license-idle: the list has no last use
license-usage-unknown: the list has no day of the report
