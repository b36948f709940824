# A date outside its era
平成31年5月1日 is 2019-05-01 with an input issue (contract 3); printed years ahead, such dates are meant. 令和7年2月29日 does not exist.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
01,甲,税務課,平成31年5月1日
02,乙,税務課,平成36年3月31日
03,丙,税務課,R7.2.29
04,丁,税務課,R6.2.29
-- tax.csv --
利用者ID,職員番号
u1,01
u2,02
u3,03
u4,04

-- expect exceptions --
leaver-account  税務  u1  evidence.left_on=2019-05-01
leaver-account  税務  u2  evidence.left_on=2024-03-31
leaver-account  税務  u4  evidence.left_on=2024-02-29
-- expect issues --
roster.csv:2 date-out-of-era 退職日
roster.csv:3 date-out-of-era 退職日
roster.csv:4 date-impossible 退職日
