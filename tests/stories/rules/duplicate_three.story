# Three accounts of one person
Each is an exception of its own and names the other two. A person on leave has them all the same.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    on_leave: keep

-- roster.csv --
職員番号,氏名,所属,休職開始日
001,佐藤花子,税務課,2026-01-01

-- tax.csv --
利用者ID,職員番号,氏名,所属
c,001,,
a,,佐藤花子,税務課
b,1,,

-- expect exceptions --
duplicate-account  税務  a  matched_by=name+department
duplicate-account  税務  b
duplicate-account  税務  c
-- expect issues --
-- expect file exceptions.jsonl --
"other_accounts":["
