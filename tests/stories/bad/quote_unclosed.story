# A quote that is never closed
The row is rejected with its line; the rows after it are not swallowed: none goes missing.

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
利用者ID,職員番号,備考
u1,001,"ここから
u2,002,後の行
u9,002,もう一行

-- expect exceptions --
duplicate-account  税務  u2
duplicate-account  税務  u9
-- expect issues --
tax.csv:2 csv-unclosed-quote
-- expect summary --
systems[0].rows_read == 3
systems[0].rejected == 1
systems[0].accepted == 2
