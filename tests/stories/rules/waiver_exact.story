# Waivers match exactly, never by part
Contract 6. Not waived: a part of the subject, a star (no glob), an empty subject for all of them, another rule, another system, a prefix of the
rule. The rule nobody has is an input issue. u8's waiver is right.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
  - {name: 福祉, owner: 税務課, source: welfare.csv}
policy: {waivers: waivers.csv}

-- waivers.csv --
rule,target,subject,reason,approved_by,valid_until
orphan-account,税務,u,一部,課長,2027-03-31
orphan-account,税務,*,全部,課長,2027-03-31
orphan-account,税務,u?,全部,課長,2027-03-31
orphan-account,税務,,全部,課長,2027-03-31
dormant-account,税務,u1,他の規則,課長,2027-03-31
orphan-account,福祉,u1,他のシステム,課長,2027-03-31
orphan-acount,税務,u1,誤記,課長,2027-03-31
orphan-account,税,u1,一部,課長,2027-03-31
orphan-account,税務,u8,正,課長,2027-03-31

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号
u1,999
u2,999
u8,999

-- welfare.csv --
利用者ID,職員番号
w1,001

-- expect exceptions --
orphan-account  税務  u1  status=new
orphan-account  税務  u2  status=new
orphan-account  税務  u8  waived=true
-- expect some issues --
waivers.csv:8
