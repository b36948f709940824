# Privileged and without multi-factor sign-in
Only where the list says no: an empty or unknown word is not a no. Every kind and any holder (†), enabled accounts only.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,
002,鈴木一郎,税務課,2026-01-31

-- tax.csv --
利用者ID,職員番号,種別,管理責任者,特権,多要素認証,状態
no,001,個人,,○,無,有効
yes,001,外部,,○,有,有効
empty,001,外部,,○,,有効
plain,001,外部,,×,無,有効
service,,サービス,001,○,×,有効
orphan,999,個人,,○,いいえ,有効
leaver,002,個人,,○,false,有効
disabled,001,外部,,○,無,停止

-- expect exceptions --
mfa-missing  税務  no  severity=medium
mfa-missing  税務  service
mfa-missing  税務  orphan
mfa-missing  税務  leaver
orphan-account  税務  orphan
leaver-account  税務  leaver
-- expect issues --
