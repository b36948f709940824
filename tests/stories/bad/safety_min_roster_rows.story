# The roster is smaller than expected
min_roster_rows: 3, two rows: exit 3; forced, it passes.

$ run --force --reason 試行
$ run
exit 3

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
safety: {min_roster_rows: 3}
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect stderr --
roster.csv: 安全停止
2 行
最低 3 行
