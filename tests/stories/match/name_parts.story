# A name in parts, in either order
family_name and given_name make the name, in the roster or in the list. For Latin letters either order is the same name (contract 3);
for kanji it is not.

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
職員番号,姓,名,所属,退職日
001,佐藤,花子,税務課,2026-01-31
002,Smith,John,税務課,2026-01-31

-- tax.csv --
利用者ID,氏名,所属
kanji,佐藤花子,税務課
reversed,花子佐藤,税務課
john,John Smith,税務課
smith,SMITH John,税務課

-- expect exceptions --
leaver-account  税務  kanji  person_id=001
orphan-account  税務  reversed
leaver-account  税務  john  person_id=002
leaver-account  税務  smith  person_id=002
-- expect issues --
