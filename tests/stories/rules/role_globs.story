# Wildcards in policy/roles
* and ? stand for anything in every column (contract 2), an empty role or system for any. 照会* holds 照会A and 照会B for the clerks of
every 税 department; 承認? is for managers only; 保守 stands in no row. u4 may not: 承認1 asks for a manager (管理*).
u5's 保守 is unknown. The row of 福祉* fits no system: an input issue.

$ run --as-of 2026-03-31 --lang en --no-ledger

-- tenko.yaml --
organization: 試験市
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 住民税, owner: 市民税課, source: tax.csv}]
policy: {roles: roles.csv}

-- roles.csv --
system,role,department,job_type,position,employment
住民*,照会*,*税課,,,
住民税,承認?,,,管理*,
福祉*,照会,,,,
,閲覧,,,,正規

-- roster.csv --
職員番号,氏名,所属,役職,雇用区分
001,佐藤花子,市民税課,主事,正規
002,鈴木一郎,資産税課,管理監,正規
003,高橋次郎,会計課,主事,臨時
004,田中三郎,市民税課,主事,正規
005,伊藤四郎,市民税課,主事,正規

-- tax.csv --
利用者ID,職員番号,権限
u1,001,照会A
u2,002,承認1
u3,003,照会B
u4,004,承認1
u5,005,保守
u6,003,閲覧
u7,001,閲覧

-- expect exceptions of role-not-allowed role-unknown --
role-not-allowed  住民税  u3
role-not-allowed  住民税  u4
role-not-allowed  住民税  u6
role-unknown  住民税  u5
-- expect some issues --
roles.csv:4 policy-no-system
