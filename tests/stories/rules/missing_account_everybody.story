# required_for: {} means every active person
CONFIG says so; without the key the rule is not evaluated, and systems.csv says it.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    required_for: {}
  - {name: 福祉, owner: 税務課, source: welfare.csv}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号
a1,001

-- welfare.csv --
利用者ID,職員番号
a1,001

-- expect exceptions --
missing-account  税務  002
-- expect issues --
-- expect file systems.csv --
missing-account:
