# An approval counts from the day it begins
KA-26r, CH-31. approved_on and starts_on ≤ D: on the day itself it counts, a day later it does not; a blank date is no obstacle. expires_on < D
has ended. An approval that has not begun does not renew one that has ended. What for (function) stands in the evidence.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}
policy: {privileged: privileged.csv}

-- privileged.csv --
system,user_id,person_id,approved_by,approved_on,starts_on,expires_on,function
税務,begins_today,001,課長,2026-03-01,2026-03-31,2027-03-31,更新作業
税務,begins_tomorrow,001,課長,2026-03-01,2026-04-01,2027-03-31,更新作業
税務,approved_today,001,課長,2026-03-31,,,
税務,approved_tomorrow,001,課長,2026-04-01,,,
税務,blank,001,課長,,,,
税務,renewed_later,001,課長,2025-04-01,2025-04-01,2026-03-30,保守
税務,renewed_later,001,課長,2026-03-20,2026-04-01,2027-03-31,保守
税務,ends_today,001,課長,2025-04-01,2025-04-01,2026-03-31,保守
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
-- tax.csv --
利用者ID,職員番号,種別,特権
begins_today,001,外部,1
begins_tomorrow,001,外部,1
approved_today,001,外部,1
approved_tomorrow,001,外部,1
blank,001,外部,1
renewed_later,001,外部,1
ends_today,001,外部,1

-- expect exceptions of privileged-unapproved privileged-approval-expired --
privileged-unapproved  税務  begins_tomorrow  severity=high evidence.starts_on=2026-04-01 evidence.function=更新作業
privileged-unapproved  税務  approved_tomorrow  evidence.approved_on=2026-04-01
privileged-approval-expired  税務  renewed_later  severity=high evidence.days=1
