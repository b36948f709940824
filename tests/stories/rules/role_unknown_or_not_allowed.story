# A role the policy does not know, and one it does not grant
The policy speaks of 課税 and 収納 in 税務. 謎 is unknown (one exception for the account, all such roles in the evidence). 収納 is
known but no row fits 佐藤 of 税務課. Both at once are two exceptions. An empty role cell is no role. Case, width and spaces of a role are
no difference. For an orphan only role-unknown (†) speaks.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {roles: roles.csv}

-- roles.csv --
system,role,department,job_type,position,employment
税務,課税,税務課,,,
税務,収納,収納課,,,
税務,Admin,税務課,,,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,種別,権限
ok,001,外部,課税
unknown,001,外部,課税;謎;秘密
denied,001,外部,収納
both,001,外部,収納;謎
nix,001,外部,
width,001,外部,ａｄｍｉｎ
orphan,999,外部,収納;謎

-- expect exceptions --
role-unknown  税務  unknown  severity=medium evidence.roles=謎,秘密
role-unknown  税務  both  evidence.roles=謎
role-unknown  税務  orphan  evidence.roles=謎
role-not-allowed  税務  denied  severity=high person_id=001 evidence.roles=収納
role-not-allowed  税務  both  evidence.roles=収納
orphan-account  税務  orphan
-- expect issues --
