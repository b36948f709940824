# Rows dated 4/1 on 1 April
The same file a day later: all rows hold, nothing is raised.

$ run --as-of 2026-04-01

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,適用日
001,甲,税務課,2020-04-01
001,甲,市民課,2026-04-01
002,乙,税務課,2026-04-01
-- tax.csv --
利用者ID,職員番号,所属
u1,001,市民課
u2,002,税務課

-- expect exceptions --
-- expect issues --
-- expect summary --
rosters[0].not_yet == 0
rosters[0].people == 2
