# explain of an exception that is no account's
A license, a system: the exception and its evidence.

$ run
$ explain "{license-over-assigned 文書}" --lang en

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
licenses: [{name: 文書, source: seats.csv, quantity: 1}]
-- seats.csv --
職員番号
001
002

-- expect stdout --
license-over-assigned
文書
