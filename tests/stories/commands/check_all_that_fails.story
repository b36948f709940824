# check, with a file that cannot be read
Exit 3, and what could be read is shown all the same.

$ check --lang en
exit 3

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- expect stderr --
tax.csv: there is no such file
-- expect stdout --
roster 職員: roster.csv
person_id <- 職員番号
could not be read
