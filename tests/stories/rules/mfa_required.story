# Whom mfa_required covers
YO-1. privileged (default): privileged accounts only; all: every enabled account but service ones, whoever holds it; none: nobody, and the
coverage says so. Only a no counts; an empty cell is no answer.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 全員, owner: 税務課, source: all.csv, mfa_required: all}
  - {name: 特権, owner: 税務課, source: privileged.csv, mfa_required: privileged}
  - {name: 不要, owner: 税務課, source: none.csv, mfa_required: none}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,
002,鈴木一郎,税務課,2026-01-31
-- all.csv --
利用者ID,職員番号,種別,管理責任者,特権,多要素認証,状態
plain,001,個人,,,無,有効
leaver,002,個人,,,無,有効
orphan,999,個人,,,無,有効
shared,,共用,001,,無,有効
guest,001,外部,,,無,有効
service,,サービス,001,○,無,有効
off,001,個人,,,無,停止
yes,001,個人,,,有,有効
empty,001,個人,,,,有効
-- privileged.csv --
利用者ID,職員番号,種別,特権,多要素認証
plain,001,外部,,無
strong,001,外部,○,無
service,,サービス,○,無
-- none.csv --
利用者ID,職員番号,特権,多要素認証
strong,001,○,無

-- expect exceptions of mfa-missing --
mfa-missing  全員  plain  severity=medium
mfa-missing  全員  leaver
mfa-missing  全員  orphan
mfa-missing  全員  shared
mfa-missing  全員  guest
mfa-missing  特権  strong
mfa-missing  特権  service
