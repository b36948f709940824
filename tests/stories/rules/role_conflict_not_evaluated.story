# A conflict that cannot be looked at
出納 has no roles in its list: the conflict across the two systems is not evaluated, and systems.csv says so for both.

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 出納, owner: 会計課, source: cash.csv}
  - {name: 財務, owner: 会計課, source: finance.csv}
policy: {conflicts: conflicts.csv}

-- conflicts.csv --
system_a,role_a,system_b,role_b,reason
財務,起票,出納,支払,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,会計課

-- cash.csv --
利用者ID,職員番号
s1,001

-- finance.csv --
利用者ID,職員番号,権限
z1,001,起票

-- expect exceptions --
-- expect issues --
-- expect file systems.csv --
role-conflict: the list has no role
role-conflict: the list of 出納 has no roles
