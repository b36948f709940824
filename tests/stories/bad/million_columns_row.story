# A row of a million columns
No file has 4,096 columns (the limit): the row is rejected with the limit named, and the rows beside it count.

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
out.write("利用者ID,職員番号\nu1,001\n".encode() + b"x," * 1000000 + b"\nu2,002\n")

-- expect exceptions --
-- expect issues --
tax.csv:3 csv-too-many-cells
-- expect summary --
systems[0].rows_read == 3
systems[0].rejected == 1
