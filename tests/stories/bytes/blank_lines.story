# Blank lines, and columns of nothing
Blank lines are no rows but count as lines; trailing empty columns, in the header too, are nothing to speak of.

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
利用者ID,職員番号,,

u1,001,,


u9,900,,

-- expect exceptions --
orphan-account  税務  u9  line=6
-- expect issues --
-- expect summary --
systems[0].rows_read == 2
