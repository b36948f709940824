# What a report holds
Contract 6: every file of it (html, xlsx and inventory apart).

$ run --format csv,jsonl,departments

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
利用者ID,職員番号
u9,900

-- expect files --
departments
exceptions.csv
exceptions.jsonl
issues.csv
leavers.csv
licenses.csv
manifest.json
resolved.csv
seats.csv
summary.json
systems.csv
