# run --metrics into a device
A device or a pipe is written to: it stays what it is, also for root, who could replace it by a file (here by way of a
link, so that a failure costs nobody his /dev/null).

$ ! ln -sf /dev/null nowhere
$ run --no-ledger --lang en --metrics nowhere --out report
$ ! test -L nowhere
$ ! rm nowhere
$ run --no-ledger --lang en --out report

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
-- tax.csv --
利用者ID,職員番号
u9,900
