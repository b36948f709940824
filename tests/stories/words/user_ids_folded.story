# User IDs compare folded
ｋ００１, K001 and Ｋ001 are one account of one system, for width makes no difference: its roles are united, shown as first written.

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
K001,001,照会
Ｋ001,001,更新
ｋ００１,001,管理

-- expect exceptions --
-- expect issues --
-- expect summary --
systems[0].rows_read == 3
systems[0].accounts == 1
