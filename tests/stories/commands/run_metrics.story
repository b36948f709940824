# run --metrics
Figures for a textfile collector, replaced whole; names are escaped.

$ run --no-ledger --metrics report/../report.prom --out report
$ run --no-ledger --metrics report/../report.prom --out report

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: '税"務', owner: 税務課, exported_on: 2026-03-22, source: tax.csv}]
-- report.prom --
marker-of-before
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
-- tax.csv --
利用者ID,職員番号
u9,900

-- expect file ../report.prom --
tenko_exceptions{rule="orphan-account",severity="high"} 1
tenko_list_age_days{kind="system",name="税\"務"} 10
tenko_run_seconds 
# EOF
-- expect no file ../report.prom --
marker-of-before
