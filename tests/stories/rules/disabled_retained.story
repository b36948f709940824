# The disabled account of a leaver, kept too long
retain_days 180: left 180 days ago is kept, 181 days ago is raised. Off unless set: in the second system nothing. An enabled
account is leaver-account instead; a disabled one of a person who works here is nobody's business.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    retain_days: 180
  - {name: 福祉, owner: 税務課, source: tax.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2025-10-02
002,鈴木一郎,税務課,2025-10-01
003,高橋次郎,税務課,

-- tax.csv --
利用者ID,職員番号,状態
days_180,001,停止
days_181,002,停止
enabled,002,有効
employed,003,停止

-- expect exceptions --
disabled-retained  税務  days_181  severity=low evidence.days=181 evidence.left_on=2025-10-01
leaver-account  税務  enabled
leaver-account  福祉  enabled
-- expect issues --
tax.csv: list-twice
-- expect file systems.csv --
disabled-retained:
