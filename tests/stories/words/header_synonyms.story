# Headers in other words
Contract 3: recognised after NFKC, case folding and removal of spaces and punctuation.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
社員番号,Full Name,部署 名,退 職 日
001,佐藤花子,税務課,
002,鈴木一郎,税務課,2026-03-31
-- tax.csv --
ＬＯＧＩＮ－ＩＤ,Employee_ID,表示名
u1,001,佐藤花子
u2,002,鈴木一郎

-- expect exceptions --
leaver-account  税務  u2  person_id=002
-- expect issues --
