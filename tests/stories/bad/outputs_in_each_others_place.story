# What Tenko writes never takes the place of what it reads
The figures for monitoring would replace an input, the configuration or the ledger, or make the report one that holds a foreign
file; review sheets in the report's folder likewise. Refused before anything is read: exit 2.

$ run --metrics roster.csv
exit 2
$ run --metrics ./tenko.yaml
exit 2
$ run --metrics tenko.db
exit 2
$ run --metrics report/run.prom
exit 2
$ run
$ run --metrics report/run.prom
exit 2
$ review export --out report
exit 2
$ review export --out report/sheets
exit 2
$ run --as-of 2026-04-02

-- tenko.yaml --
language: en
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号
u1,001

-- expect exceptions --
