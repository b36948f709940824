# explain by the exception's id
The id of the list leads to the same explanation; the id is the same in every run.

$ run
$ explain "{leaver-account 税務 u2}"

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,
002,鈴木一郎,税務課,2026-03-01
-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect stdout --
leaver-account
税務 u2
left_on: 2026-03-01
days: 31
tax.csv:3
roster.csv:3
