# --fail-on asks for the severity or above
The only exception is an orphan, high. critical is above it: exit 0. (high is: see severity_and_switch; without --fail-on never.)

$ run --as-of 2026-03-31 --fail-on critical

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号
u2,999

-- expect exceptions --
orphan-account  税務  u2
