# Two headers for one field
Contract 3: a field claimed by two headers is an error that lists the headers; nothing is chosen silently.

$ run --as-of 2026-04-01 --roster roster.csv
exit 3

-- roster.csv --
職員番号,社員番号,氏名
001,900,佐藤花子

-- expect stderr --
roster.csv:1: 
person_id
職員番号, 社員番号, 氏名
columns
