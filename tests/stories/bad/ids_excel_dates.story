# Excel made 1月2日 of a code
1-2 became a date; the digits are lost. 2-Jan is the English Excel's.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
1月2日,佐藤花子,税務課
2-Jan,田中次郎,税務課
002,鈴木一郎,税務課
-- tax.csv --
利用者ID,職員番号
3月4日,002

-- expect exceptions --
-- expect issues --
roster.csv:2 id-month-day 職員番号
roster.csv:3 id-month-day 職員番号
tax.csv:2 id-month-day 利用者ID
-- expect summary --
rosters[0].rejected == 2
systems[0].rejected == 1
