# NUL bytes
A stray NUL is dropped and reported; the row stays.

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

-- tax.csv (python) --
out.write("利用者ID,職員番号,備考\nu1,001,a\0b\nu2,002,x\n".encode())

-- expect exceptions --
-- expect issues --
tax.csv:2 csv-nul 備考
-- expect summary --
systems[0].matched == 2
