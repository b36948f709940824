# match.accept: exact
Name and department no longer link: the account is an orphan, with the person as a candidate. Numbers, mail and logins link as ever.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
match: {accept: exact}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31
002,佐藤花子,税務課,2026-01-31

-- tax.csv --
利用者ID,氏名,所属
a,佐藤花子,税務課
2,佐藤花子,税務課

-- expect exceptions --
orphan-account  税務  a
leaver-account  税務  2  person_id=002 matched_by=user_id
-- expect issues --
-- expect file exceptions.jsonl --
"candidates":["001
