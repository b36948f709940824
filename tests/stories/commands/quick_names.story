# Quick mode, named badly
A system without a name would not be found in the report: exit 2. `=` in a file's name is possible behind the first one.

$ run --as-of 2026-04-01 --roster roster.csv --system tax=2026.csv
$ run --roster roster.csv --system tax.csv
exit 2

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- 2026.csv --
利用者ID,職員番号
u1,001

-- expect stderr --
--system tax.csv
名称=ファイル
