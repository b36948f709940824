# For Japanese names the order matters
花子佐藤 is not 佐藤花子 (太郎 and 一 can be family names).

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
u1,001,花子 佐藤

-- expect exceptions --
name-mismatch  税務  u1
