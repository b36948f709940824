# Privileges on a shared ID
kind shared only: a service account and a personal one may be privileged. † : whoever answers for it, or nobody. The approval does
not heal it, a waiver would (YO-2). Approved for its owner, the shared ID is not unapproved.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    kinds: {shared: ["kyoyu*"], service: ["svc_*"]}
policy: {privileged: privileged.csv}

-- privileged.csv --
system,user_id,person_id,approved_by,approved_on,expires_on
税務,kyoyu1,001,課長,2025-04-01,
税務,kyoyu2,,課長,2025-04-01,
税務,kyoyu4,,課長,2025-04-01,
税務,svc_a,001,課長,2025-04-01,
税務,p1,001,課長,2025-04-01,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,管理責任者,特権,状態
kyoyu1,,001,○,有効
kyoyu2,,,○,有効
kyoyu3,,001,×,有効
kyoyu4,,001,○,停止
svc_a,,001,○,有効
p1,001,,○,有効

-- expect exceptions --
privileged-shared  税務  kyoyu1  severity=high
privileged-shared  税務  kyoyu2
shared-no-owner  税務  kyoyu2
-- expect issues --
