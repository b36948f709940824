# One holder, named in two ways
The seat of 001 by number and the seat of his account are one holder's: two seats, one license-duplicate, whose subject is the first as written.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 庁内LAN, owner: 税務課, source: lan.csv}
licenses:
  - {name: テレワーク, source: telework.csv, system: 庁内LAN}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- lan.csv --
利用者ID,職員番号
sato,001
001,002

-- telework.csv --
職員番号,利用者ID,最終利用日
001,,2025-01-01
,sato,2026-03-01
,001,2025-01-01

-- expect exceptions of license-duplicate --
license-duplicate  テレワーク  001  evidence.seats=2
-- expect issues --
