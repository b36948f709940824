# What is configured and fits nothing is named
A typing error would switch a rule off in silence, or make everybody ineligible. Named are the words of eligible and required_for that no post of the rosters has (a department by name or code, through
successors), a template that no user ID fits, a product that no row has, a role of policy/roles that no account has: once, however many rows grant it. What fits is not named: 0201 is 税務課,
経理課 is 会計課's name of before.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
departments: departments.csv
rosters: [{name: 職員, source: roster.csv}]
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    person_id_from_user_id: "k{person_id}"
    eligible: {employment: [正規, 再任用], department: ["0201", 経理課, 財産課], position: [課長]}
    required_for: {job_type: [事務, 技能]}
licenses: [{name: 帳票, product: "Forms*", source: seats.csv}]
policy: {roles: roles.csv}

-- departments.csv --
コード,名称,有効開始日,有効終了日,後継
0201,税務課,,,
0301,会計課,,,
0300,経理課,,2024-03-31,0301
0401,財産課,,,

-- roster.csv --
職員番号,氏名,所属,雇用形態,職種
001,佐藤花子,税務課,正規,事務
002,鈴木一郎,会計課,正規,事務

-- tax.csv --
利用者ID,職員番号,権限
u1,001,課税
u2,002,照会

-- seats.csv --
職員番号,製品
001,Viewer

-- roles.csv --
system,role,department,job_type,position,employment
税務,課税,,,,
税務,照会,,,,
税務,起案,税務課,,,
税務,起 案,会計課,,,

-- expect exceptions --
-- expect issues --
roles.csv:4 policy-no-role role
seats.csv: fits-nothing product
tax.csv: fits-nobody eligible.department
tax.csv: fits-nobody eligible.employment
tax.csv: fits-nobody required_for.job_type
tax.csv: fits-nothing person_id_from_user_id
