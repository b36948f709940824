# explain lists candidates, never links them
Nobody by name alone: people with the same name are listed as candidates.

$ explain 税務 u9 --lang en

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
利用者ID,氏名,所属
u9,鈴木　一郎,市民課

-- expect stdout --
-> nobody
002 鈴木一郎
which is no proof
