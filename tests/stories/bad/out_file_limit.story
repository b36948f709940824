# The report does not fit
A limit on file sizes (as on a full quota): exit 4, the old report stands whole, nothing is left beside it.

$ run --no-ledger
$ run --no-ledger --as-of 2026-05-01 --lang en
exit 4
with file limit 200

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

-- expect stderr --
report/
the report cannot be written
