# Dormant means more than dormant_days
D − last_login_on > 90 by default: 2025-12-31 is 90 days before 2026-03-31, 2025-12-30 is 91. The system's own number wins over
defaults, and defaults over the built-in 90 (CONFIG).

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    dormant_days: 10
  - {name: 福祉, owner: 税務課, source: welfare.csv}
  - {name: 年金, owner: 税務課, source: welfare.csv, dormant_days: 0}
defaults: {dormant_days: 20}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課

-- tax.csv --
利用者ID,職員番号,最終ログイン日
d10,001,2026-03-21
d11,002,2026-03-20

-- welfare.csv --
利用者ID,職員番号,最終ログイン日
d20,001,2026-03-11
d21,002,2026-03-10
d0,003,2026-03-31

-- expect exceptions --
dormant-account  税務  d11  severity=medium evidence.days=11 evidence.threshold=10
dormant-account  福祉  d21  evidence.days=21 evidence.threshold=20
dormant-account  年金  d20
dormant-account  年金  d21
-- expect issues --
welfare.csv: list-twice
