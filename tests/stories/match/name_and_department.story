# Name and department together
Exactly one person: linked, with matched_by name+department. The former name and the department's code serve as well. The name alone never links: another
or no department is nobody, and people of the same name are candidates.

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
職員番号,氏名,旧姓,所属コード,所属,退職日
001,佐藤花子,中村花子,110,税務課,2026-01-31
002,鈴木一郎,,120,市民課,2026-01-31

-- tax.csv --
利用者ID,氏名,所属コード,所属
name,佐藤　花子,,税務課
former,中村花子,,税務課
code,鈴木一郎,120,
elsewhere,鈴木一郎,,税務課
nowhere,鈴木一郎,,
unknown,田中三郎,,税務課

-- expect exceptions --
leaver-account  税務  name  person_id=001 matched_by=name+department
leaver-account  税務  former  person_id=001 matched_by=name+department
leaver-account  税務  code  person_id=002 matched_by=name+department
orphan-account  税務  elsewhere
orphan-account  税務  nowhere
orphan-account  税務  unknown  evidence.candidates=
-- expect issues --
-- expect file exceptions.jsonl --
"candidates":["002
