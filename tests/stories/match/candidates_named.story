# The people of the same name
An orphan's candidates are all people with the account's name, former names included, never linked; an ambiguous account names those who fit.

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
職員番号,氏名,旧姓,所属
001,山田太郎,,税務課
002,山田　太郎,,市民課
003,鈴木太郎,山田太郎,福祉課
004,山田次郎,,税務課

-- tax.csv --
利用者ID,氏名,所属
x,山田太郎,水道課

-- expect exceptions --
orphan-account  税務  x
-- expect issues --
-- expect file exceptions.jsonl --
"candidates":["001
,"002
,"003
-- expect no file exceptions.jsonl --
"004
