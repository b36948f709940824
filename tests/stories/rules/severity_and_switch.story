# A rule weighed differently, a rule switched off
rules: in the configuration. The severity in force stands in the report and decides the order and --fail-on: dormant-account as high makes
the exit status 1. A rule that is switched off is not evaluated, and systems.csv says so.

$ run --as-of 2026-03-31 --fail-on high
exit 1

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
rules: {leave-account: {enabled: false}, dormant-account: {severity: high}, orphan-account: {severity: low}}

-- roster.csv --
職員番号,氏名,所属,在職状況
001,佐藤花子,税務課,休職

-- tax.csv --
利用者ID,職員番号,最終ログイン日
u1,001,2020-01-01
u2,999,2020-01-01

-- expect exceptions --
dormant-account  税務  u1  severity=high
orphan-account  税務  u2  severity=low
-- expect issues --
-- expect file systems.csv --
leave-account: 
-- expect summary --
counts.by_severity.high == 1
counts.by_severity.low == 1
