# Use that nobody reported
KO-18L, KO-20L: reported_on known, and empty or older than report_days (183). 2025-09-29 is 183 days before 2026-03-31, 2025-09-28 is
184. Such a seat is never called unused or idle and never proposed for a cut; one reported in time is judged as any.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv
    quantity: 6
    unit_cost: 1000

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課
004,田中三郎,税務課
005,伊藤四郎,税務課

-- telework.csv --
職員番号,割当日,最終利用日,報告日
001,2024-04-01,,
002,2024-04-01,2024-05-01,2025-09-28
003,2024-04-01,,2025-09-29
004,2024-04-01,2025-01-01,2026-03-31
005,2024-04-01,2026-03-01,2026-03-31

-- expect exceptions --
license-usage-unknown  テレワーク  001  severity=info evidence.days=
license-usage-unknown  テレワーク  002  evidence.days=184
license-never-used  テレワーク  003
license-idle  テレワーク  004
license-surplus  テレワーク
-- expect issues --
-- expect summary --
licenses[0].usage_unknown == 2
licenses[0].never_used == 1
licenses[0].idle == 1
licenses[0].active == 1
licenses[0].unassigned == 1
licenses[0].reclaimable == 2
licenses[0].suggested_quantity == 3
licenses[0].yearly_waste == 3000
licenses[0].utilization == 16.7
