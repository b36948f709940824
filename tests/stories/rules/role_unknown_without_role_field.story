# A policy, but no roles in the list
The policy speaks of the system, the list has no role column: both rules are not evaluated, for that reason (contract 5).

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {roles: roles.csv}

-- roles.csv --
system,role,department,job_type,position,employment
税務,課税,,,,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号
a,001

-- expect exceptions --
-- expect issues --
-- expect file systems.csv --
role-unknown: the list has no role
role-not-allowed: the list has no role
