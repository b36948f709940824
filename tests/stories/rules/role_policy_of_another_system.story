# A policy that does not speak of the system
policy/roles has rows for 税務 only: in 福祉 neither role rule is evaluated, and systems.csv says so; a role of one system is not a
role of another. A row for a system that the configuration does not have is an input issue, and so is one whose role no account has.

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
policy: {roles: roles.csv}

-- roles.csv --
system,role,department,job_type,position,employment
税務,課税,,,,
財務,起票,,,,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,権限
u1,001,起票

-- welfare.csv --
利用者ID,職員番号,権限
w1,001,課税

-- expect exceptions --
role-unknown  税務  u1
-- expect issues --
roles.csv:2 policy-no-role role
roles.csv:3 policy-no-system system
-- expect file systems.csv --
role-unknown: 
role-not-allowed:
