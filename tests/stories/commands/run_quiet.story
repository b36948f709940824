# run --quiet
The second run finds nothing new: it says nothing at all.

$ run --quiet
$ run --quiet

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
-- tax.csv --
利用者ID,職員番号
u9,900

-- expect exactly stdout --
-- expect exactly stderr --
