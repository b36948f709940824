# A waiver past its day
Contract 6: a waiver past valid_until no longer counts and is named in issues.csv; on its last day it still counts. Waived exceptions
stay in the list.

$ run

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
policy: {waivers: waivers.csv}
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号
u1,901
u2,902
-- waivers.csv --
rule,target,subject,reason,approved_by,valid_until
orphan-account,税務,u1,委託先,課長,2026-03-31
orphan-account,税務,u2,委託先,課長,2026-04-01

-- expect exceptions --
orphan-account  税務  u1  status=new
orphan-account  税務  u2  waived=true
-- expect issues --
waivers.csv:2 waiver-expired
