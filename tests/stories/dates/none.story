# Dates that mean none
Empty, -, 9999-12-31, 0000-00-00 and the like: nobody leaves in the year 9999, and no input issue for it.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
01,甲,税務課,
02,乙,税務課,-
03,丙,税務課,9999-12-31
04,丁,税務課,0000-00-00
05,戊,税務課,9999/12/31
06,己,税務課,99991231
07,庚,税務課,00000000
08,辛,税務課,0
-- tax.csv --
利用者ID,職員番号
u1,01
u2,02
u3,03
u4,04
u5,05
u6,06
u7,07
u8,08

-- expect exceptions --
-- expect issues --
