# Rows nobody meant
An empty table is configured and says nothing (and systems.csv says that it does not); an approval given twice
counts once.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {conflicts: conflicts.csv, privileged: privileged.csv, roles: roles.csv}

-- conflicts.csv --
system_a,role_a,system_b,role_b,reason

-- roles.csv --
system,role,department,job_type,position,employment

-- privileged.csv --
system,user_id,person_id,approved_by,approved_on,expires_on
税務,a,001,課長,2025-04-01,
税務,a,001,課長,2025-04-01,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,権限,特権
a,001,何か,○

-- expect exceptions --
-- expect issues --
-- expect file systems.csv --
role-conflict: 
role-unknown:
