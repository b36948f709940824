# Concurrent posts
兼務: two rows for one person: departments are united, and the person has left only if every row has.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2025-12-31
001,佐藤花子,市民課,
002,鈴木一郎,税務課,
-- tax.csv --
利用者ID,職員番号,所属
u1,001,市民課
u2,002,税務課

-- expect exceptions --
-- expect issues --
-- expect summary --
rosters[0].people == 2
rosters[0].rows_read == 3
