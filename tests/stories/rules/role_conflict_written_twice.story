# A conflict that stands twice in the policy
One exception per person and conflict (contract 5): the second row, with other spaces and width, is the same conflict and raises nothing of its own.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {conflicts: conflicts.csv}

-- conflicts.csv --
system_a,role_a,system_b,role_b,reason
税務,admin,税務,承認,一
税務,ａｄｍｉｎ,税務,承 認,二
税務,admin,税務,承認,三

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,権限
a,001,admin;承認

-- expect exceptions --
role-conflict  税務  001  evidence.reason=一
-- expect summary --
counts.by_rule.role-conflict == 1
