# Day or month first: set
date_order says what the column cannot prove; without a proof against it, it holds for the whole source.

$ run

-- tenko.yaml --
as_of: 2026-04-01
rosters:
  - {name: 職員, source: roster.csv, date_order: dmy}
  - {name: 委託, source: contractors.csv, date_order: mdy, two_digit_years_from: 1950}
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
-- roster.csv --
職員番号,氏名,所属,退職日
01,甲,税務課,3/4/2025
-- contractors.csv --
職員番号,氏名,所属,退職日
C2,乙,税務課,3/4/2025
C3,丙,税務課,12/31/25
C4,丁,税務課,12/31/50
-- tax.csv --
利用者ID,職員番号
u1,01
u2,C2
u3,C3
u4,C4

-- expect exceptions --
leaver-account  税務  u1  evidence.left_on=2025-04-03
leaver-account  税務  u2  evidence.left_on=2025-03-04
leaver-account  税務  u3  evidence.left_on=2025-12-31
leaver-account  税務  u4  evidence.left_on=1950-12-31
-- expect issues --
