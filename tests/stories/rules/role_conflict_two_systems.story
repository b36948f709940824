# A conflict across two systems
起票 in 財務 and 支払 in 出納 must not be one person's. target = system_a, whichever system is configured first. One exception per person and
conflict: 佐藤 holds both roles of two rows and gets two, with two ids.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 出納, owner: 会計課, source: cash.csv}
  - {name: 財務, owner: 会計課, source: finance.csv}
policy: {conflicts: conflicts.csv}

-- conflicts.csv --
システムA,権限A,システムB,権限B,理由
財務,起票,出納,支払,起票者は支払えない
財務,決裁,出納,支払,決裁者は支払えない

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,会計課
002,鈴木一郎,会計課
003,高橋次郎,会計課

-- cash.csv --
利用者ID,職員番号,権限
s1,001,支払
s2,002,支払
s3,003,起票

-- finance.csv --
利用者ID,職員番号,権限
z1,001,起票;決裁
z2,002,決裁
z3,003,支払

-- expect exceptions --
role-conflict  財務  001
role-conflict  財務  002  evidence.role_a=決裁 evidence.system_b=出納 evidence.role_b=支払
-- expect issues --
-- expect summary --
counts.by_rule.role-conflict == 3
