# Device seats without a list of devices
BRIEF: then a device is not judged as unknown, and the report says so; use is judged as ever.

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv
    metric: device

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- telework.csv --
端末番号,最終利用日
PC-1,2026-03-01
PC-2,2025-01-01

-- expect exceptions --
license-idle  テレワーク  PC-2
-- expect issues --
-- expect file systems.csv --
license-unknown-holder:
