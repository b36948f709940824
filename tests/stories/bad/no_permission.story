# No permission to read the list
The reason is said as such: a colleague's file without read access is no missing file.

$ run --as-of 2026-04-01 --roster roster.csv --system 税務=tax.csv --lang en
exit 3
with no override

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv (mode=000) --
利用者ID,職員番号
u1,001

-- expect stderr --
tax.csv: no permission to read the file
