# Two headers for one field, settled by `columns`
What the configuration names decides; the other column is nobody's.

$ run

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv, columns: {person_id: 社員番号}}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
-- roster.csv --
職員番号,社員番号,氏名,所属
1,001,佐藤花子,税務課
2,002,鈴木一郎,税務課
-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect exceptions --
-- expect issues --
-- expect summary --
systems[0].matched == 2
