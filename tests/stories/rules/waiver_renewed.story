# The old waiver and the new one
Two rows for one exception: the expired one is named in issues.csv, the valid one counts. Waived twice validly, the first row counts. A waiver for a conflict
waives the person, whatever the conflict.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {waivers: waivers.csv, conflicts: conflicts.csv}

-- waivers.csv --
rule,target,subject,reason,approved_by,valid_until
orphan-account,税務,u1,昨年度,前課長,2025-03-31
orphan-account,税務,u1,今年度,課長,2026-03-31
orphan-account,税務,u1,来年度,課長,2027-03-31
role-conflict,税務,001,少人数の職場,課長,2026-12-31

-- conflicts.csv --
system_a,role_a,system_b,role_b,reason
税務,作成,税務,承認,
税務,作成,税務,監査,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,権限
u1,999,
u2,1,作成;承認;監査

-- expect exceptions --
orphan-account  税務  u1  waived=true
role-conflict  税務  001  waived=true
-- expect issues --
waivers.csv:2 waiver-expired
-- expect file exceptions.jsonl --
"waiver":{"reason":"今年度","alternative":null,"approved_by":"課長","valid_until":"2026-03-31"}
-- expect summary --
counts.waived == 3
