# Dormant accounts of every kind
The rule names shared, service and external kinds too: they have no holder, but are judged all the same. Default 90 days: d90 is
not dormant. A login in the future, which only a wrong clock gives, is not dormant.

$ run --as-of 2026-03-31

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
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号,種別,管理責任者,最終ログイン日
d90,001,個人,,2025-12-31
d91,002,個人,,2025-12-30
shared,,共用,001,2025-12-30
service,,サービス,001,2025-12-30
external,001,外部,,2025-12-30
clock,001,外部,,2026-04-02

-- expect exceptions --
dormant-account  税務  d91  evidence.days=91 evidence.threshold=90 evidence.last_login_on=2025-12-30
dormant-account  税務  shared
dormant-account  税務  service
dormant-account  税務  external
-- expect issues --
