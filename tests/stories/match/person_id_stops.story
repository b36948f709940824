# A number that is given but not found ends the search
Contract 4, step 2: nobody, and nothing below is tried, though mail, login and name with department would each fit 佐藤. Only an empty
number lets the next step speak. The people of the same name are named as candidates, never linked.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属,メールアドレス,ログインID,退職日
001,佐藤花子,税務課,sato@example.jp,sato,2026-01-31

-- tax.csv --
利用者ID,職員番号,氏名,所属,メールアドレス
sato,999,佐藤花子,税務課,sato@example.jp
other,,別名,,sato@example.jp

-- expect exceptions --
orphan-account  税務  sato
leaver-account  税務  other  matched_by=email
-- expect file exceptions.jsonl --
"candidates":["001
-- expect issues --
