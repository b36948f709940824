# Rows without a key
A row without its starred field is rejected, with an issue: rows read = accepted + rejected.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
,名無し,税務課
　,空白だけ,税務課
-- tax.csv --
利用者ID,職員番号
u1,001
,001

-- expect exceptions --
-- expect issues --
roster.csv:3 row-without-key 職員番号
roster.csv:4 row-without-key 職員番号
tax.csv:3 row-without-key 利用者ID
-- expect summary --
rosters[0].rows_read == 3
rosters[0].accepted == 1
rosters[0].rejected == 2
systems[0].rejected == 1
