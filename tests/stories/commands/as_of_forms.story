# --as-of in many manners
It wins over as_of of the configuration, and is read as dates in files are. 佐藤 left on 2026-03-31.

$ run --as-of 2026-03-31
$ run --as-of 2026/3/31
$ run --as-of 20260331
$ run --as-of R8.3.31
$ run --as-of=令和8年3月31日

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-03-31
002,鈴木一郎,税務課,
-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect exceptions --
leaving-soon  税務  u1
-- expect summary --
as_of == "2026-03-31"
