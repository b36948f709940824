# A quoted cell above the limit
Within quotes too: one row is rejected, its line is where the row begins, and the line numbers after it are right.

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
out.write("利用者ID,職員番号,備考\nu1,001,x\nu3,001,\"".encode())
out.write((b"x" * 100000 + b"\n") * 20)
out.write("\"\nu2,002,y\nu4,9.9E+05,z\n".encode())

-- expect some issues --
tax.csv:3 csv-cell-too-long
tax.csv:25 id-scientific
-- expect summary --
systems[0].rows_read == 4
systems[0].rejected == 1
