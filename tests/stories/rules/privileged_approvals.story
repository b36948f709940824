# Approvals: the right person, and not expired
No row, or a row that names another person: privileged-unapproved. expires_on < D: privileged-approval-expired; the last day still
counts, none never expires. Renewed in a later row: the account is approved. An approval of another system or of a part of the user ID is none; a row in force that names an ID that the list lacks is an issue.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
  - {name: 福祉, owner: 税務課, source: welfare.csv}
policy: {privileged: privileged.csv}

-- privileged.csv --
システム,利用者ID,職員番号,承認者,承認日,有効期限
税務,ok,001,課長,2025-04-01,2026-03-31
税務,forever,001,課長,2025-04-01,
税務,other,002,課長,2025-04-01,2027-03-31
税務,expired,001,課長,2025-04-01,2026-03-30
税務,nobody_named,,課長,2025-04-01,2027-03-31
税務,renewed,001,課長,2024-04-01,2025-03-31
税務,renewed,001,課長,2025-04-01,2027-03-31
税務,part,001,課長,2025-04-01,2027-03-31
福祉,elsewhere,001,課長,2025-04-01,2027-03-31
税務,ZEROS,1,課長,2025-04-01,2027-03-31

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号,種別,特権
ok,001,外部,1
forever,001,外部,1
other,001,外部,1
expired,001,外部,1
nobody_named,001,外部,1
renewed,001,外部,1
part2,001,外部,1
elsewhere,001,外部,1
zeros,001,外部,1

-- welfare.csv --
利用者ID,職員番号,種別
elsewhere,001,外部

-- expect exceptions --
privileged-unapproved  税務  other  person_id=001 evidence.approved_person_id=002
privileged-unapproved  税務  part2
privileged-unapproved  税務  elsewhere
privileged-approval-expired  税務  expired  severity=high evidence.expires_on=2026-03-30 evidence.days=1
-- expect issues --
privileged.csv:9 link-no-account 利用者ID
