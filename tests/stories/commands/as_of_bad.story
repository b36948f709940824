# --as-of that is no day
A day that does not exist, a day that might be two days, and one that means none: exit 2.

$ run --as-of 2026-02-30
exit 2
$ run --as-of 3/4/2026
exit 2
$ run --as-of 9999-12-31
exit 2
$ run --as-of yesterday
exit 2

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
u2,002

-- expect stderr --
--as-of 'yesterday'
2026-03-31
