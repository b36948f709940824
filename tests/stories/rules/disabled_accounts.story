# Disabled accounts are judged by nothing unless the contract says so
The same defects as in any list, on disabled accounts: an orphan, an ambiguous number, one of a person on leave, dormant, privileged
and so on. Only leaver-login and disabled-retained speak of disabled accounts, and neither fits here.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    kinds: {shared: ["kyoyu*"]}
policy: {roles: roles.csv, privileged: privileged.csv}

-- roster.csv --
職員番号,氏名,所属,休職開始日
001,佐藤花子,税務課,2026-01-01
0123,山田一郎,税務課,
00123,山田二郎,税務課,

-- tax.csv --
利用者ID,職員番号,氏名,所属,権限,特権,多要素認証,パスワード変更日,最終ログイン日,管理責任者,状態
u1,001,別人,他課,謎,○,×,,2025-01-01,,停止
u2,123,別人,他課,謎,○,×,,,,無効
u3,999,別人,他課,謎,○,×,,2025-01-01,,失効
kyoyu1,,,,謎,○,×,2020-01-01,2025-01-01,,0

-- roles.csv --
system,role,department,job_type,position,employment
税務,課税,,,,

-- privileged.csv --
system,user_id,person_id,approved_by,approved_on,expires_on

-- expect exceptions --
-- expect issues --
roles.csv:2 policy-no-role role
-- expect summary --
systems[0].enabled == 0
systems[0].accounts == 4
