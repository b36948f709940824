# Roles in one cell
Contract 2: separated by any of , ; / | 、 ； ／ newline. Each is looked up by itself.

$ run

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
policy: {roles: roles.csv}
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号,権限
u1,001,"照会,更新;印刷/発行|承認、集計；閲覧／削除
管理"
u2,002,"照会、不明"
-- roles.csv --
システム,権限,所属
税務,照会,
税務,更新,
税務,印刷,
税務,発行,
税務,承認,
税務,集計,
税務,閲覧,
税務,削除,
税務,管理,

-- expect exceptions --
role-unknown  税務  u2  evidence.roles=不明
-- expect issues --
