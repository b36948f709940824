# 31 March
Still employed on 31 March, and leaving soon; the report says so with severity info.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,令和8年3月31日
002,鈴木一郎,税務課,
-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect exceptions --
leaving-soon  税務  u1  severity=info
-- expect issues --
