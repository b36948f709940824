# Zero points of systems
What a clock shows at zero, also as seen from zones in the west, is none: never logged in, never expires, nobody left.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
01,甲,税務課,1753/01/01 0:00:00
02,乙,税務課,12/30/1899
03,丙,税務課,明治33年1月1日
04,丁,税務課,Thu Jan  1 00:00:00 UTC 1970
05,戊,税務課,19700101090000
06,己,税務課,-1
-- tax.csv --
利用者ID,職員番号,登録日,最終ログイン日時,有効期限
u1,01,2020-04-01,31.12.1969 16:00,1601-01-01 09:00
u2,02,2020-04-01,Dec 31 1600  4:00PM,infinity
u3,03,2020-04-01,0001-01-01T00:00:00+00:00,1969-12-31T19:00:00-05:00
u4,04,2020-04-01,**Never logged in**,9999-12-31T15:00:00Z
u5,05,2020-04-01,NaT,1752-12-31 16:00
u6,06,2020-04-01,\N,31.12.9999

-- expect exceptions --
never-used-account  税務  u1
never-used-account  税務  u2
never-used-account  税務  u3
never-used-account  税務  u4
never-used-account  税務  u5
never-used-account  税務  u6
-- expect issues --
tax.csv: most-without-login 最終ログイン日時
