# Vendor characters (外字)
F040 is the first of CP932's user-defined characters: an input issue, kept as U+E000.

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
out.write("利用者ID,職員番号,備考\r\n".encode("cp932") + b"u1,001,\xf0\x40\r\nu2,002,x\r\n")

-- expect exceptions --
-- expect issues --
tax.csv:2 csv-private-use 備考
-- expect file issues.csv --
