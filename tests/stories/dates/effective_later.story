# Rows dated 4/1 in a March file
Contract 3: effective_on after as_of: the row does not exist yet. On 31 March 乙 is unknown and 甲 is in 税務課 only; the day after both
rows hold.

$ run --as-of 2026-04-01 --out april
$ run --as-of 2026-03-31

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
department-mismatch  税務  u1
orphan-account  税務  u2
-- expect issues --
-- expect summary --
rosters[0].rows_read == 3
rosters[0].accepted == 3
rosters[0].not_yet == 2
rosters[0].people == 1
