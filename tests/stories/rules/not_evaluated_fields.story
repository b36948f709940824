# Silence never looks like a pass
A list with user IDs and numbers only: every rule that needs another field is not evaluated for it, systems.csv names rule and field, and nothing is
raised (contract 5).

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号
u1,001

-- expect exceptions --
-- expect issues --
-- expect file systems.csv --
leaver-account: no roster has
leaver-login: 
leave-account: 
name-mismatch: the list has none of name
department-mismatch: the list has none of department
job-type-mismatch: the list has no job type
not-eligible: 
dormant-account: the list has no last login
never-used-account: the list has no last login
missing-account: 
disabled-retained: 
leaving-soon: 
role-unknown: 
role-not-allowed: 
role-conflict: 
privileged-unapproved: 
privileged-approval-expired: 
privileged-shared: 
shared-no-owner: 
shared-password-stale: 
shared-password-after-move: 
initial-password: the list has no last change of the password
mfa-missing: 
system-stale-list: the day of the export
roster-stale: the day of the export
