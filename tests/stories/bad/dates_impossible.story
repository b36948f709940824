# Dates that do not exist
Contract 3: an impossible date is an input issue and counts as none: nobody becomes a leaver by it.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,R7.2.29
002,鈴木一郎,税務課,2026-02-30
003,高橋三郎,税務課,2026/13/01
004,田中四郎,税務課,そのうち
-- tax.csv --
利用者ID,職員番号
u1,001
u2,002
u3,003
u4,004

-- expect exceptions --
-- expect issues --
roster.csv:2 date-impossible 退職日
roster.csv:3 date-impossible 退職日
roster.csv:4 date-impossible 退職日
roster.csv:5 date-unreadable 退職日
