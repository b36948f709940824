# A policy written before the reorganisation
Policy and eligible name departments by name or code. 税務課 was renamed to 市民税課 (120): rows that still say 税務課 or 100 mean its
successor (SA-6: a pure rename raises nothing). A person of another department is still refused.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
departments: departments.csv
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 市民税課, source: tax.csv, eligible: {department: 税務課}}
policy: {roles: roles.csv}

-- departments.csv --
code,name,valid_from,valid_to,successor
100,税務課,,2025-03-31,120
120,市民税課,2025-04-01,,
200,福祉課,,,

-- roles.csv --
system,role,department,job_type,position,employment
税務,旧名,税務課,,,
税務,旧番号,100,,,
税務,新番号,120,,,

-- roster.csv --
職員番号,氏名,所属コード,所属
001,佐藤花子,120,市民税課
002,鈴木一郎,200,福祉課

-- tax.csv --
利用者ID,職員番号,権限
a,001,旧名;旧番号;新番号
b,002,旧名

-- expect exceptions --
not-eligible  税務  b
role-not-allowed  税務  b  evidence.roles=旧名
-- expect issues --
