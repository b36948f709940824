# --fail-on: both sides
The one exception is of severity high: --fail-on critical is 0, high and anything below it 1; without --fail-on never 1.

$ run
exit 0
$ run --fail-on critical
exit 0
$ run --fail-on high
exit 1
$ run --fail-on info
exit 1

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号
u1,001
u9,900

-- expect exceptions --
orphan-account  税務  u9  severity=high
