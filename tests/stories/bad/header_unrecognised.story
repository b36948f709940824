# Headers that mean nothing
Contract 3: a starred field claimed by no header is an error that lists the headers found.

$ run --as-of 2026-04-01 --roster roster.csv --system 税務=tax.csv
exit 3

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
あいう,かきく,さしす
u1,001,x

-- expect stderr --
tax.csv:1: 
user_id
あいう, かきく, さしす
columns
