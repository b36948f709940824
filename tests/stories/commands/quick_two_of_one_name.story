# Two systems of one name on the command line
As in a configuration.

$ run --as-of 2026-04-01 --roster roster.csv --system 税務=tax.csv --system 税務=tax.csv
exit 2

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect stderr --
税務
