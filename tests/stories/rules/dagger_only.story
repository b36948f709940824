# No, an ambiguous or a departed holder: only the rules marked †
Each of the four accounts has every defect at once: other name, other department, other job type, dormant, the first password, a
role the policy does not grant, one it does not know, privileges without approval and without multi-factor sign-in. Contract 5: with
nobody, several or a departed person behind it, only the † rules speak, beside the rule of ownership itself. u4 shows what
the same account means with a holder.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    eligible: {employment: [正規]}
policy:
  roles: roles.csv
  privileged: privileged.csv

-- roster.csv --
職員番号,氏名,所属,職種,雇用形態,退職日
001,佐藤花子,税務課,事務,正規,2026-01-31
0123,山田一郎,税務課,事務,任期付,
00123,山田二郎,税務課,事務,任期付,
004,高橋次郎,税務課,事務,任期付,

-- tax.csv --
利用者ID,職員番号,氏名,所属,職種,権限,特権,多要素認証,登録日,パスワード変更日,最終ログイン日
u1,001,別人,他課,技術,課税;謎,○,×,2024-04-01,2024-04-01,2026-02-15
u2,123,別人,他課,技術,課税;謎,○,×,2024-04-01,2024-04-01,2025-01-01
u3,999,別人,他課,技術,課税;謎,○,×,2024-04-01,2024-04-01,2025-01-01
u4,004,別人,他課,技術,課税;謎,○,×,2024-04-01,2024-04-01,2025-01-01

-- roles.csv --
system,role,department,job_type,position,employment
税務,課税,税務課,,,正規

-- privileged.csv --
system,user_id,person_id,approved_by,approved_on,expires_on
税務,u3,,課長,2025-04-01,2026-03-30

-- expect exceptions --
leaver-account  税務  u1
leaver-login  税務  u1
ambiguous-owner  税務  u2
orphan-account  税務  u3
role-unknown  税務  u1  evidence.roles=謎
role-unknown  税務  u2
role-unknown  税務  u3
role-unknown  税務  u4
privileged-unapproved  税務  u1
privileged-unapproved  税務  u2
privileged-unapproved  税務  u4
privileged-approval-expired  税務  u3
mfa-missing  税務  u1
mfa-missing  税務  u2
mfa-missing  税務  u3
mfa-missing  税務  u4
name-mismatch  税務  u4
department-mismatch  税務  u4
job-type-mismatch  税務  u4
not-eligible  税務  u4
dormant-account  税務  u4
initial-password  税務  u4
role-not-allowed  税務  u4  evidence.roles=課税
-- expect issues --
