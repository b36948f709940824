# A waiver whose end is a formula without its value
Without its end a waiver would count for ever: the row is rejected, as with any end that cannot be read (CONTRACT 3).

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
policy: {waivers: waivers.xlsx}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-02-28
-- tax.csv --
利用者ID,職員番号
u1,001
-- waivers.xlsx (xlsx) --
rule,target,subject,reason,approved_by,valid_until
leaver-account,税務,u1,引継ぎ,課長,?=TODAY()+30

-- expect exceptions --
leaver-account  税務  u1
-- expect some issues --
waivers.xlsx[Sheet1]:2 xlsx-no-value valid_until
