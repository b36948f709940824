# Undecodable bytes in keys and in other cells
DATA.md: undecodable bytes are an input issue with line and byte; the row is kept with U+FFFD only in cells that are not keys, else
rejected. Here ASCII headers stand over CP932 cells that are forced to be UTF-8: line 2 keeps its row, line 3 loses it.

$ run

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: {path: tax.csv, encoding: utf-8}}]
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv (cp932) --
user_id,employee_id,note
u1,001,東
東2,002,x

-- expect exceptions --
-- expect some issues --
tax.csv:2 csv-undecodable note
tax.csv:3 csv-undecodable user_id
-- expect summary --
systems[0].rows_read == 2
systems[0].accepted == 1
systems[0].rejected == 1
