# Not used for more than idle_days
D − last_used_on > 90 by default: 2025-12-31 is 90 days before, 2025-12-30 is 91. The second product has its own number, the third
the one of defaults.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv
    idle_days: 90
  - {name: 地図, source: map.csv, idle_days: 10}
  - {name: 翻訳, source: map.csv}
defaults: {idle_days: 11}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課

-- telework.csv --
職員番号,最終利用日
001,2025-12-31
002,2025-12-30

-- map.csv --
職員番号,最終利用日
001,2026-03-21
002,2026-03-20
003,2026-03-19

-- expect exceptions --
license-idle  テレワーク  002  severity=medium evidence.days=91 evidence.threshold=90
license-idle  地図  002  evidence.days=11
license-idle  地図  003  evidence.days=12
license-idle  翻訳  003  evidence.days=12
-- expect issues --
map.csv: list-twice
-- expect summary --
licenses[0].idle == 1
licenses[0].active == 1
licenses[1].idle == 2
licenses[2].idle == 1
