# No key column
氏名 and 所属 are known, but no header means person_id: the error lists what was found.

$ run --as-of 2026-04-01 --roster roster.csv --lang en
exit 3

-- roster.csv --
氏名,所属,謎の列
佐藤花子,税務課,1

-- expect stderr --
roster.csv:1: no header means person_id
氏名, 所属, 謎の列
columns
