# Two digits of a year without an era
DATA.md: they need a setting. 25/3/31 is 1925, 2025 or 平成25年.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,25/3/31
002,鈴木一郎,税務課,
-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect exceptions --
-- expect issues --
roster.csv:2 date-two-digits 退職日
