# The policy names a system that is not configured
An input issue with its line; the other rows count.

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
u1,001,更新
u2,002,照会
-- roles.csv --
system,role,department,job_type,position,employment
税務,照会,,,,
固定資産,照会,,,,

-- expect exceptions --
role-unknown  税務  u1
-- expect issues --
roles.csv:3 policy-no-system system
