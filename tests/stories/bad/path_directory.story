# The path is a folder
Exit 3: name the file in it.

$ run --as-of 2026-04-01 --roster roster.csv --system 税務=lists
exit 3

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- lists (dir) --

-- expect stderr --
lists: ファイルではなくフォルダーです
