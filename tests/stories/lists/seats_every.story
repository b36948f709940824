# Every seat, and those that nobody has
Contract, appendix: the rows of a license add up to what it owns. Of six, four are assigned; one row has no holder and one seat stands in no list. 003 left, 900
is nobody, 002 never used it. Without a cost there is none.

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters: [{name: 職員, source: roster.csv}]
licenses:
  - {name: テレワーク, source: telework.csv, quantity: 6, unit_cost: 12000.50}
  - {name: 地図, source: map.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,
002,鈴木一郎,市民課,
003,高橋次郎,税務課,2026-01-31

-- telework.csv --
職員番号,割当日,最終利用日
001,2025-04-01,2026-03-30
002,2025-04-01,
003,2025-04-01,2026-01-30
900,2025-04-01,2026-03-30
,2025-04-01,

-- map.csv --
職員番号
1

-- expect file seats.csv --
license,product,holder,person_id,name,department,assigned_on,last_used_on,verdict,yearly_cost,file,line
テレワーク,,001,001,佐藤花子,税務課,2025-04-01,2026-03-30,active,12000.50,telework.csv,2
テレワーク,,002,002,鈴木一郎,市民課,2025-04-01,,never_used,12000.50,telework.csv,3
テレワーク,,003,003,高橋次郎,税務課,2025-04-01,2026-01-30,leaver,12000.50,telework.csv,4
テレワーク,,900,900,,,2025-04-01,2026-03-30,unknown_holder,12000.50,telework.csv,5
テレワーク,,,,,,2025-04-01,,unassigned,12000.50,telework.csv,6
テレワーク,,,,,,,,unassigned,12000.50,,
地図,,1,001,佐藤花子,税務課,,,active,,map.csv,2
-- expect stdout --
License テレワーク: purchased 6, assigned 4, active 1, never used 1, idle 0, use not known 0, held by leavers 1, unassigned 2, not in use 5
to reclaim, the surest first: held by leavers 1, never used 1
-- expect summary --
licenses[0].unassigned == 2
licenses[1].unassigned == 0
licenses[1].utilization == null
