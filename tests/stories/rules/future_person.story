# Who has not begun yet
hired_on > D: state future. An account made ahead of time is held by somebody, so it is no orphan and no leaver's; nobody must have one yet.
Hired today is active.

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

-- roster.csv --
職員番号,氏名,所属,採用日
001,佐藤花子,税務課,2026-04-01
002,鈴木一郎,税務課,2026-03-31
003,高橋次郎,税務課,2026-04-01

-- tax.csv --
利用者ID,職員番号
u1,001

-- expect exceptions --
missing-account  税務  002
-- expect issues --
