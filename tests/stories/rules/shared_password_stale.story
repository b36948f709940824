# A shared password changed too long ago
SA-7. D − password_changed_on > 90: 2025-12-31 is 90 days before, 2025-12-30 is 91; an empty cell of a known field counts too. Shared
accounts only. 0 switches the rule off (contract 5), and the report says it; the third system has its own 10 days.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
  - {name: 福祉, owner: 税務課, source: tax.csv, shared_password_days: 0}
  - {name: 年金, owner: 税務課, source: pension.csv, shared_password_days: 10}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,種別,管理責任者,パスワード変更日,状態
d90,共用,001,2025-12-31,有効
d91,共用,001,2025-12-30,有効
empty,共用,001,,有効
service,サービス,001,2019-03-31,有効
disabled,共用,001,2019-03-31,停止

-- pension.csv --
利用者ID,種別,管理責任者,パスワード変更日
d10,共用,001,2026-03-21
d11,共用,001,2026-03-20

-- expect exceptions --
shared-password-stale  税務  d91  severity=medium evidence.days=91
shared-password-stale  税務  empty  evidence.days=
initial-password  税務  empty
initial-password  福祉  empty
shared-password-stale  年金  d11  evidence.days=11
-- expect issues --
tax.csv: list-twice
-- expect file systems.csv --
shared-password-stale:
