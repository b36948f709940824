# What run says
The officer sees the day, the counts by rule and where the report is; nothing of it is personal.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号,氏名
u1,001,佐藤花子
u9,P900Z,秘密太郎

-- expect stdout --
試験市
2026-04-01
orphan-account
報告書: report
-- expect no stdout --
秘密太郎
P900Z
