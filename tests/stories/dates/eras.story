# Japanese eras
Each row's last day in another manner; the leaver's evidence shows how it was read.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
01,甲,税務課,令和6年3月31日
02,乙,税務課,R6.3.31
03,丙,税務課,Ｒ６．３．３１
04,丁,税務課,令6.3.31
05,戊,税務課,S63/4/1
06,己,税務課,令和元年5月1日
07,庚,税務課,㋿6年3月31日
08,辛,税務課,昭和64年1月7日
09,壬,税務課,平成元年1月8日
10,癸,税務課,H31.4.30
11,子,税務課,R06.03.31
12,丑,税務課,令和 6年 3月31日
-- tax.csv --
利用者ID,職員番号
u01,01
u02,02
u03,03
u04,04
u05,05
u06,06
u07,07
u08,08
u09,09
u10,10
u11,11
u12,12

-- expect exceptions --
leaver-account  税務  u01  evidence.left_on=2024-03-31
leaver-account  税務  u02  evidence.left_on=2024-03-31
leaver-account  税務  u03  evidence.left_on=2024-03-31
leaver-account  税務  u04  evidence.left_on=2024-03-31
leaver-account  税務  u05  evidence.left_on=1988-04-01
leaver-account  税務  u06  evidence.left_on=2019-05-01
leaver-account  税務  u07  evidence.left_on=2024-03-31
leaver-account  税務  u08  evidence.left_on=1989-01-07
leaver-account  税務  u09  evidence.left_on=1989-01-08
leaver-account  税務  u10  evidence.left_on=2019-04-30
leaver-account  税務  u11  evidence.left_on=2024-03-31
leaver-account  税務  u12  evidence.left_on=2024-03-31
-- expect issues --
