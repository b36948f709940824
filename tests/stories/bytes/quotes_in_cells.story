# Quotes and spaces that others write
A quote inside an unquoted cell is kept, spaces around a quoted cell are dropped: both are input issues, neither loses a row. Spaces
around a plain cell are no part of an ID.

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
u1,001,15" 端末
u2, "002" ,x
 u3 , 903 ,

-- expect exceptions --
orphan-account  税務  u3
-- expect issues --
tax.csv:2 csv-quote-in-cell 備考
tax.csv:3 csv-space-at-quote 職員番号
-- expect summary --
systems[0].matched == 2
