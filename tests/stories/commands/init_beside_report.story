# init beside an old report
The lists of a report are no systems.

$ run --as-of 2026-04-01 --roster roster.csv --system 税務=tax.csv
$ init
$ run --as-of 2026-04-01

-- roster.csv --
職員番号,氏名,所属,採用日
001,佐藤花子,税務課,2010-04-01
-- tax.csv --
利用者ID,職員番号,権限
u1,001,照会
u9,900,照会

-- expect exceptions --
orphan-account  tax  u9
system-owner-unknown  tax
-- expect no file ../tenko.yaml --
report/
