# report_days of its own, and future holders
report_days 10: reported 10 days ago is known, 11 days ago is not. 0: only reports of today count. A seat for somebody who begins
tomorrow is neither a leaver's nor unknown.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv
    report_days: 10
  - {name: 地図, source: telework.csv, report_days: 0}

-- roster.csv --
職員番号,氏名,所属,採用日
001,佐藤花子,税務課,
002,鈴木一郎,税務課,
003,高橋次郎,税務課,2026-04-01

-- telework.csv --
職員番号,報告日,最終利用日
001,2026-03-21,2026-03-20
002,2026-03-20,2026-03-20
003,2026-03-31,2026-03-31

-- expect exceptions --
license-usage-unknown  テレワーク  002  evidence.days=11
license-usage-unknown  地図  001
license-usage-unknown  地図  002
-- expect issues --
telework.csv: list-twice
-- expect summary --
licenses[0].active == 2
licenses[1].active == 1
