# A second seat of the same holder
One exception per holder, be it three seats; each seat counts in assigned. Two idle seats of one holder are one license-idle (BRIEF). 2 and 002
are one person, whose subject is as first written. A cancelled second seat is no seat.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課

-- telework.csv --
職員番号,状態,最終利用日
001,割当,2025-01-01
001,割当,2025-02-01
001,割当,2026-03-01
2,割当,2026-03-01
002,割当,2026-03-01
003,割当,2026-03-01
003,解約,2026-03-01

-- expect exceptions --
license-duplicate  テレワーク  001  severity=low evidence.seats=3
license-duplicate  テレワーク  2  evidence.seats=2
license-idle  テレワーク  001
-- expect issues --
-- expect summary --
licenses[0].assigned == 6
licenses[0].idle == 2
licenses[0].active == 4
