# Names that only look alike
斎 and 斉 are different, 渡部 is not 渡辺, 太 is not 大.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
01,斎藤,税務課
02,渡辺,税務課
03,太田,税務課
04,齊藤,税務課
-- tax.csv --
利用者ID,職員番号,氏名
u1,01,斉藤
u2,02,渡部
u3,03,大田
u4,04,齋藤

-- expect exceptions --
name-mismatch  税務  u1
name-mismatch  税務  u2
name-mismatch  税務  u3
name-mismatch  税務  u4
