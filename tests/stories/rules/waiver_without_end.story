# A waiver whose end cannot be read is no waiver
Contract 3 lets an impossible date count as none; a waiver without an end would then count for ever. So its row is rejected, and
the exception stays open. The second row's end can be read.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-03-31
rosters:
  - name: 職員
    source: {connector: csv, path: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: {connector: csv, path: tax.csv}
policy: {waivers: waivers.csv}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,氏名
u1,900,幽霊
u2,901,幽霊
u3,001,佐藤花子

-- waivers.csv --
rule,target,subject,reason,approved_by,valid_until
orphan-account,税務,u1,調査中,課長,R8.2.29
orphan-account,税務,u2,調査中,課長,R8.3.31

-- expect exceptions --
orphan-account  税務  u1  status=new
orphan-account  税務  u2  waived=true
-- expect issues --
waivers.csv:2 date-impossible valid_until
