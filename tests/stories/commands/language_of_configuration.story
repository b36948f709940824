# language: en
Reports and messages follow the configuration; --lang wins over it.

$ run --lang ja
$ run

-- tenko.yaml --
as_of: 2026-04-01
language: en
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号
u9,900

-- expect stdout --
report: report
-- expect file exceptions.csv --
severity
person_id
-- expect no file exceptions.jsonl --
名簿
