# One person_id, two names
Rows of one person_id are concurrent posts; different names are an input issue, and the first row's name counts.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
001,山本太郎,税務課
002,鈴木一郎,税務課
-- tax.csv --
利用者ID,職員番号,氏名
u1,001,佐藤花子
u2,001,山本太郎

-- expect exceptions of name-mismatch --
name-mismatch  税務  u2
-- expect issues --
roster.csv:3 person-id-two-names
