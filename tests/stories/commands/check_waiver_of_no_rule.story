# check names a waiver of no rule
What judging alone can find is an input issue too, and check is where one looks for those.

$ check --lang en

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
policy: {waivers: waivers.csv}
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
-- waivers.csv --
rule,target,subject,reason,approved_by,valid_until
orphan-acount,税務,u1,委託先,課長,2026-12-31

-- expect stdout --
input issues: 1
waivers.csv:2: 
did you mean "orphan-account"?
