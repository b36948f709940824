# What cannot be read is unknown, not empty
A cell that is not empty proves that something happened: nobody is called never used, dormant or gone because of it. An end that cannot
be read leaves the account enabled, a leaving day that cannot be read leaves the person here. u6 shows that an empty cell is another thing.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
01,甲,税務課,
02,乙,税務課,
03,丙,税務課,
04,丁,税務課,R8.2.30
05,戊,税務課,
06,己,税務課,
-- tax.csv --
利用者ID,職員番号,登録日,最終ログイン日,有効期限
u1,01,2020-04-01,3 days ago,
u2,02,2020-04-01,no_information,
u3,03,2020-04-01,System.DateTime,
u4,04,2020-04-01,2026-03-30,
u5,05,2020-04-01,2026-03-30,2025年13月1日
u6,06,2020-04-01,,

-- expect exceptions --
never-used-account  税務  u6
-- expect issues --
roster.csv:5 date-impossible 退職日
tax.csv:2 date-unreadable 最終ログイン日
tax.csv:3 date-unreadable 最終ログイン日
tax.csv:4 date-unreadable 最終ログイン日
tax.csv:6 date-impossible 有効期限
