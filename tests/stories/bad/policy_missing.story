# A policy table that is not there
An input that cannot be read: exit 3. Going on without it would silently drop every approval.

$ run
exit 3

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
policy: {waivers: waivers.csv}

-- expect stderr --
waivers.csv: ファイルがありません
