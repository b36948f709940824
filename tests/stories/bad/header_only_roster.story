# A roster with nothing but its header
Contract 7: a roster under min_roster_rows (1) is a safety stop: exit 3, and the old report stands.

$ run
$ run -c next.yaml
exit 3

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

-- none.csv --
職員番号,氏名,所属
-- next.yaml --
as_of: 2026-05-01
rosters: [{name: 職員, source: none.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- expect stderr --
none.csv
min_roster_rows
--force --reason
