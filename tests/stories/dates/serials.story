# Excel's serial numbers
DATA.md: 45382 = 2024-03-31, 45383 = 2024-04-01, 46112 = 2026-03-31, 45382.5 = 2024-03-31, 61 = 1900-03-01; 60 (29 February 1900) does
not exist.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
01,甲,税務課,45382
02,乙,税務課,45383
03,丙,税務課,46112
04,丁,税務課,45382.5
05,戊,税務課,61
06,己,税務課,60
-- tax.csv --
利用者ID,職員番号
u1,01
u2,02
u3,03
u4,04
u5,05
u6,06

-- expect exceptions --
leaver-account  税務  u1  evidence.left_on=2024-03-31
leaver-account  税務  u2  evidence.left_on=2024-04-01
leaver-account  税務  u3  evidence.left_on=2026-03-31 evidence.days=1
leaver-account  税務  u4  evidence.left_on=2024-03-31
leaver-account  税務  u5  evidence.left_on=1900-03-01
-- expect issues --
roster.csv:7 date-impossible 退職日
