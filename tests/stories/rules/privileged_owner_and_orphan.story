# Approvals of accounts without a holder
An approval that names a person is for that person. The owner of a shared or service ID is the person meant; another name is another person. An orphan
is nobody's: an approval for 佐藤 names another person than its holder, who is nobody known. One that names nobody approves the account itself.

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
税務,svc_owner,001,課長,2025-04-01,
税務,svc_other,002,課長,2025-04-01,
税務,orphan_named,001,課長,2025-04-01,
税務,orphan_plain,,課長,2025-04-01,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号,種別,管理責任者,特権
svc_owner,,サービス,001,○
svc_other,,サービス,001,○
orphan_named,999,個人,,○
orphan_plain,999,個人,,○

-- expect exceptions --
privileged-unapproved  税務  svc_other
privileged-unapproved  税務  orphan_named
orphan-account  税務  orphan_named
orphan-account  税務  orphan_plain
-- expect issues --
