# An account past its day is not enabled
expires_on < D: not judged, counted as not enabled; the last day still counts. 9999-12-31 and blank never expire.

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

-- tax.csv --
利用者ID,職員番号,有効期限
yesterday,999,2026-03-30
today,999,2026-03-31
blank,999,
never,999,9999/12/31

-- expect exceptions --
orphan-account  税務  today
orphan-account  税務  blank
orphan-account  税務  never
-- expect issues --
-- expect summary --
systems[0].enabled == 3
