# ISO, slashes, dots, digits, with a time
All are 2024-03-31.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
01,甲,税務課,2024-03-31
02,乙,税務課,2024/3/31
03,丙,税務課,2024.03.31
04,丁,税務課,20240331
05,戊,税務課,2024-03-31 23:59:59
06,己,税務課,2024/03/31 9:05
07,庚,税務課,2024-03-31T00:00:00
08,辛,税務課,2024年3月31日
09,壬,税務課,２０２４／０３／３１
10,癸,税務課,31 Mar 2024
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

-- expect exceptions --
leaver-account  税務  u01  evidence.left_on=2024-03-31
leaver-account  税務  u02  evidence.left_on=2024-03-31
leaver-account  税務  u03  evidence.left_on=2024-03-31
leaver-account  税務  u04  evidence.left_on=2024-03-31
leaver-account  税務  u05  evidence.left_on=2024-03-31
leaver-account  税務  u06  evidence.left_on=2024-03-31
leaver-account  税務  u07  evidence.left_on=2024-03-31
leaver-account  税務  u08  evidence.left_on=2024-03-31
leaver-account  税務  u09  evidence.left_on=2024-03-31
leaver-account  税務  u10  evidence.left_on=2024-03-31
-- expect issues --
