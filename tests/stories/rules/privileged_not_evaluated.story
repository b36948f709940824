# Privileges nobody can judge
Without policy.privileged there is nothing to compare with; without a column or privileged_roles nobody knows who is privileged. Both
are said, nothing is raised (contract 5: silence never looks like a pass).

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
利用者ID,職員番号,権限,多要素認証
u1,001,管理者,×

-- expect exceptions --
-- expect issues --
-- expect file systems.csv --
privileged-unapproved: 
privileged-approval-expired: 
privileged-shared: 
mfa-missing:
