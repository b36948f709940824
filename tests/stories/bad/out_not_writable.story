# No permission to write beside the report
The report is written aside first, so the folder above must be writable.

$ run --out shut/report --lang en
exit 4
with no override

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
u1,001
u2,002

-- shut/x.txt (mode=444) --
x
-- shut (dir mode=555) --

-- expect stderr --
shut/report: 
permission is missing
