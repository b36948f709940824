# Day or month first: any column of the file proves it
The hiring days prove day first for the leaving days; a setting does not overrule what the file proves. With dots the day comes first.
Nothing proves the order in one.csv: those cells are unknown.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters:
  - {name: 職員, source: roster.csv}
  - {name: 委託, source: contractors.csv, date_order: mdy}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}
  - {name: 一, owner: 税務課, source: one.csv}

-- roster.csv --
職員番号,氏名,所属,採用日,退職日
01,甲,税務課,25/12/2019,02/03/2026
02,乙,税務課,01/04/2020,
-- contractors.csv --
職員番号,氏名,所属,採用日,退職日
C1,丙,税務課,31/01/2020,04/03/2026
C2,丁,税務課,01.04.2020,05.02.2026
-- tax.csv --
利用者ID,職員番号
u1,01
u3,C1
u4,C2
-- one.csv --
利用者ID,職員番号,登録日,最終ログイン日
o2,02,2020-04-01,04/03/2020

-- expect exceptions --
leaver-account  税務  u1  evidence.left_on=2026-03-02
leaver-account  税務  u3  evidence.left_on=2026-03-04
leaver-account  税務  u4  evidence.left_on=2026-02-05
-- expect issues --
one.csv:2 date-ambiguous 最終ログイン日
