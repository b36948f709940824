# Two lists are not there: both are named
An officer who must chase the lists wants them all at once.

$ run --lang en
exit 3

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tenko.yaml --
as_of: 2026-05-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, source: tax.csv}, {name: 財務, source: finance.csv}]

-- expect stderr --
tax.csv: there is no such file
finance.csv: there is no such file
