# explain of what is not there
An unknown system lists the systems; an unknown account and an unknown id are said as such. Exit 2.

$ explain 0123456789abcdef
exit 2
$ explain 税務 u7
exit 2
$ explain 財務 u1
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
財務
税務
