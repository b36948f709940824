# Whose enabled accounts a leaver still has
Everybody here left on 2025-10-31: 151 days before 2026-03-31. Personal and external accounts are raised. A disabled account is
not, nor one that expired the day before (enabled needs expires_on ≥ D); one that expires today is still enabled. A shared account
has an owner, not a holder: its departed owner is shared-no-owner and nothing else.

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
001,佐藤花子,税務課,2025-10-31

-- tax.csv --
利用者ID,職員番号,状態,種別,有効期限,管理責任者
personal,001,有効,個人,,
external,001,有効,外部,,
disabled,001,停止,個人,,
expired,001,有効,個人,2026-03-30,
lasts,001,有効,個人,2026-03-31,
shared,001,有効,共用,,001

-- expect exceptions --
leaver-account  税務  personal  severity=high evidence.left_on=2025-10-31 evidence.days=151
leaver-account  税務  external
leaver-account  税務  lasts
shared-no-owner  税務  shared
-- expect issues --
-- expect summary --
systems[0].accounts == 6
systems[0].enabled == 4
