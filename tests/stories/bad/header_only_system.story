# A system's list with nothing but its header
A list that says there is no account is a list: 0 rows, a complete report, nothing raised.

$ run

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

-- expect exceptions --
-- expect issues --
tax.csv: list-empty
-- expect summary --
systems[0].delivered == true
systems[0].rows_read == 0
systems[0].accounts == 0
