# Excel made 1.23457E+05 of a number
DATA.md: an input issue, not a guess. In the roster it is the key, so the row is rejected; on an account the cell counts as empty, and
the account is nobody's.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
1.23457E+05,佐藤花子,税務課
002,鈴木一郎,税務課
-- tax.csv --
利用者ID,職員番号
u1,1.23457E+05
u2,002

-- expect exceptions --
orphan-account  税務  u1
-- expect issues --
roster.csv:2 id-scientific 職員番号
tax.csv:2 id-scientific 職員番号
-- expect summary --
rosters[0].rejected == 1
systems[0].rejected == 0
