# Wildcards for people, where the role is written out
照会 is for every 税 department, by name or by code (02*); 承認 for a manager of any rank; 起票 for clerks of one letter more; 管理 for any 正規.
Each of the four columns stands for itself. u1 fits all of them, u2 none, u3 by the code alone.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 市民税課, source: tax.csv}]
policy: {roles: roles.csv}

-- roles.csv --
system,role,department,job_type,position,employment
税務,照会,*税課,,,
税務,照会,02*,,,
税務,承認,,,*長,
税務,起票,,事務?,,
税務,管理,,,,正*

-- roster.csv --
職員番号,氏名,所属コード,所属,職種,役職,雇用区分
001,佐藤花子,0101,市民税課,事務職,課長,正規
002,鈴木一郎,0301,会計課,事務,主事,嘱託
003,高橋次郎,0201,収納管理課,技術職,主事,正社員

-- tax.csv --
利用者ID,職員番号,権限
u1,001,照会;承認;起票;管理
u2,002,照会;承認;起票;管理
u3,003,照会;承認;起票;管理

-- expect exceptions --
role-not-allowed  税務  u2  evidence.roles=照会,承認,起票,管理
role-not-allowed  税務  u3  evidence.roles=承認,起票
-- expect issues --
