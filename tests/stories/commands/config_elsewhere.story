# A configuration in another folder
Paths are relative to it, the report too; --out is relative to where one stands.

$ run -c city/tenko.yaml --out here
$ run -c city/tenko.yaml

-- city/tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: hr/roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
-- city/hr/roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
-- city/tax.csv --
利用者ID,職員番号
u9,900

-- expect exceptions --
orphan-account  税務  u9  file=tax.csv
