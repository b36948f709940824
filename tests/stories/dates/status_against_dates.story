# The status word against the dates
Contract 4: dates win over the status word; a conflict is an input issue. Who leaves within the week may be written down as gone already.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,在職状況,退職日
001,甲,税務課,在職,2026-03-01
002,乙,税務課,退職,
003,丙,税務課,退職,2027-03-31
004,丁,税務課,退職,2026-04-08
005,戊,税務課,退職,2026-04-09
-- tax.csv --
利用者ID,職員番号
u1,001
u2,002
u3,003
u4,004
u5,005

-- expect exceptions --
leaver-account  税務  u1  evidence.left_on=2026-03-01
leaver-account  税務  u2
leaving-soon  税務  u4
leaving-soon  税務  u5
-- expect issues --
roster.csv:2 status-active-but
roster.csv:4 status-left-but
roster.csv:6 status-left-but
