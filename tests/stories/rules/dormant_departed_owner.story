# A shared account keeps being judged when its owner has gone
It has no holder who could suppress its rules (contract 5 speaks of holders): with an owner who left, an unknown one and none, the shared account is dormant, its
password is stale, and it is privileged without approval.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {privileged: privileged.csv}

-- privileged.csv --
system,user_id,person_id,approved_by,approved_on,expires_on

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2019-03-31

-- tax.csv --
利用者ID,種別,管理責任者,特権,最終ログイン日,パスワード変更日
gone,共用,001,○,2025-01-01,2024-04-01
nix,共用,,○,2025-01-01,2024-04-01

-- expect exceptions --
shared-no-owner  税務  gone
shared-no-owner  税務  nix
dormant-account  税務  gone
dormant-account  税務  nix
shared-password-stale  税務  gone
shared-password-stale  税務  nix
privileged-unapproved  税務  gone
privileged-unapproved  税務  nix
privileged-shared  税務  gone
privileged-shared  税務  nix
-- expect issues --
