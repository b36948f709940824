# Rows too short, rows too long
DATA.md: input issues. Missing cells are empty, cells beyond the header are ignored; the rows count. Empty cells beyond the header are
nobody's business.

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
利用者ID,職員番号,氏名
u1,001
u2,002,鈴木一郎,余り
u1,001,佐藤花子,,

-- expect some issues --
tax.csv:2 row-short
tax.csv:3 row-long
-- expect summary --
systems[0].rows_read == 3
systems[0].accepted == 3
systems[0].accounts == 2
systems[0].matched == 2
