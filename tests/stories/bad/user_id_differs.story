# One user_id in two rows that differ
Contract 3: one account, roles united; any other difference is an input issue, the first row wins. Line 3 differs in 職員番号, line 4
only in the role.

$ run

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
利用者ID,職員番号,権限
u1,001,照会
u1,002,更新
u1,001,管理

-- expect exceptions --
-- expect issues --
tax.csv:3 account-differs 職員番号
-- expect summary --
systems[0].rows_read == 3
systems[0].accepted == 3
systems[0].accounts == 1
