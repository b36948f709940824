# Assigned and never used, after the grace period
last_used_on known and empty; assigned_on none or older than license_grace_days (30). 2026-03-01 is 30 days before 2026-03-31, 2026-02-28 is 31. Within
the grace period a seat counts as active (BRIEF). A second product has 0 days.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv
  - {name: 電子署名, source: sign.csv, license_grace_days: 0}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課
004,田中三郎,税務課

-- telework.csv --
職員番号,割当日,最終利用日
001,2026-03-01,
002,2026-02-28,
003,,-
004,2020-04-01,2026-03-31

-- sign.csv --
職員番号,割当日,最終利用日
001,2026-03-31,
002,2026-03-30,

-- expect exceptions --
license-never-used  テレワーク  002  severity=medium evidence.days=31
license-never-used  テレワーク  003  evidence.days=
license-never-used  電子署名  002  evidence.days=1
-- expect issues --
-- expect summary --
licenses[0].active == 2
licenses[0].never_used == 2
licenses[0].reclaimable == 2
licenses[0].suggested_quantity == 2
licenses[1].active == 1
