# A seat without any holder
A row without person_id, user_id and device_id, which tells a day, is a seat that nobody has: neither rejected nor assigned.

$ run --as-of 2026-04-01 --roster roster.csv --license 文書=seats.csv

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- seats.csv --
職員番号,割当日
001,2025-04-01
,2025-04-01

-- expect exceptions --
-- expect issues --
-- expect summary --
licenses[0].assigned == 1
licenses[0].active == 1
licenses[0].rejected == 0
