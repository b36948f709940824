# A cell of 100 MB
The limit of a cell is 1 MiB: the row is rejected, the rows after it are read.

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
out.write("利用者ID,職員番号,備考\nu1,001,x\nu3,001,".encode())
for _ in range(100):
    out.write(b"x" * 1000000)
out.write(b"\nu2,002,y\n")

-- expect exceptions --
-- expect some issues --
tax.csv:3 
-- expect summary --
systems[0].rows_read == 3
systems[0].rejected == 1
systems[0].accepted == 2
