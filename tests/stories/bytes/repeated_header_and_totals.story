# The header again, and a total
Printed lists repeat the header on every page and end with a total: rejected, each with its reason, never an account.

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
u1,001
利用者ID,職員番号
u2,002
合計,2

-- expect exceptions --
-- expect issues --
tax.csv:3 row-repeats-header
tax.csv:5 row-is-total
-- expect summary --
systems[0].rows_read == 4
systems[0].rejected == 2
systems[0].accounts == 2
