# Is 3/4/2025 in March or in April?
No cell of the column proves the order: an input issue, and the date counts as none.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,3/4/2025
002,鈴木一郎,税務課,5/6/2025
-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect exceptions --
-- expect issues --
roster.csv:2 date-ambiguous 退職日
roster.csv:3 date-ambiguous 退職日
