# A department code used again
DATA.md: a reused code must not inherit. 100 was 税務課 until 2025-03-31 and is 水道課 since: 税務課 is not its old self.

$ run

-- tenko.yaml --
as_of: 2026-04-01
departments: departments.csv
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 水道, owner: 水道課, source: water.csv}]
-- departments.csv --
code,name,valid_from,valid_to,successor
100,税務課,2010-04-01,2025-03-31,
100,水道課,2025-04-01,,
200,市民課,2010-04-01,,
-- roster.csv --
職員番号,氏名,所属コード,所属
001,佐藤花子,100,水道課
002,鈴木一郎,200,市民課
-- water.csv --
利用者ID,職員番号,所属
u1,001,税務課
u2,001,水道課
u3,002,市民課

-- expect exceptions of department-mismatch --
department-mismatch  水道  u1
