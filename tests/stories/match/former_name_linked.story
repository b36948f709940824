# Married names and maiden names
The account bears the former name, the roster the new one, or the other way round in a system that was renamed early. By number: no mismatch, the former name is a name. By
name and department: linked by either.

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
職員番号,氏名,旧姓,所属,退職日
001,佐藤花子,中村花子,税務課,2026-01-31
002,鈴木和子,髙橋和子,税務課,

-- tax.csv --
利用者ID,職員番号,氏名,所属
old,,中村 花子,税務課
new,,佐藤 花子,税務課
by_id,002,高橋和子,税務課

-- expect exceptions --
leaver-account  税務  old  person_id=001 matched_by=name+department
leaver-account  税務  new  person_id=001 matched_by=name+department
-- expect issues --
