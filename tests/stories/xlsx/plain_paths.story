# A plain path to a workbook
On the command line and as a table: what a file is, its bytes say, not its name. 001235 has left.

$ run --as-of 2026-03-31 --roster staff.xlsx --system 税務=tax.dat
exit 0

-- staff.xlsx (xlsx) --
職員番号,氏名,所属,退職日
001234,佐藤花子,税務課
001235,鈴木一郎,税務課,#46081:yyyy/m/d

-- tax.dat (xlsx) --
利用者ID,職員番号,氏名,権限
u1,001234,佐藤花子,照会
u2,001235,鈴木一郎,照会

-- expect exceptions of leaver-account orphan-account --
leaver-account  税務  u2  file=tax.dat[Sheet1] line=3
