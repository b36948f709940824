# Exceptions about a whole system or license are waived by an empty subject
Their subject is empty (contract 5), so the waiver's is, too. A person is the subject of missing-account and role-conflict.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    required_for: {}
    exported_on: 2026-01-01
licenses:
  - {name: 電子申請, source: seats.csv, quantity: 5}
policy: {waivers: waivers.csv}

-- waivers.csv --
rule,target,subject,reason,approved_by,valid_until
system-stale-list,税務,,年次出力,課長,2027-03-31
license-surplus,電子申請,,最小契約数,課長,2027-03-31
missing-account,税務,001,紙で足りる,課長,2027-03-31

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号
u2,002

-- seats.csv --
職員番号
001

-- expect exceptions --
system-stale-list  税務  waived=true
license-surplus  電子申請  waived=true
missing-account  税務  001  waived=true
-- expect issues --
