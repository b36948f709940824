# Messages in the report's language
The configuration's language, which is ja unless given; --lang wins over it. Rule names and other words for machines are the same in both.

$ run --as-of 2026-03-31 --lang en --out first
$ run --as-of 2026-03-31

-- tenko.yaml --
language: ja
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31

-- tax.csv --
利用者ID,職員番号
u1,001

-- expect exceptions --
leaver-account  税務  u1
-- expect file exceptions.jsonl --
"message":"退職者
-- expect file ../first/exceptions.jsonl --
"message":"The account of a person who has left
