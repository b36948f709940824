# Two dates of one kind: the clearer header counts
A roster of fixed-term staff has 退職日 and 任期満了日, a system's list 最終ログイン日 and 最終利用日. Neither is a second claim of
the same clearness (contract 3): the day somebody really left and the login count. The policy's 項番 says nothing of anybody.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-03-31
rosters:
  - name: 職員
    source: {connector: csv, path: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: {connector: csv, path: tax.csv}
policy: {roles: roles.csv}

-- roster.csv --
職員番号,氏名,所属,任期満了日,退職日
001,佐藤花子,税務課,2025-03-31,
002,鈴木一郎,税務課,,2025-10-31

-- tax.csv --
利用者ID,職員番号,氏名,権限,最終利用日,最終ログイン日
u1,001,佐藤花子,閲覧,2020-01-01,2026-03-30
u2,002,鈴木一郎,閲覧,2025-10-01,2025-10-01

-- roles.csv --
項番,system,role
1,税務,閲覧

-- expect exceptions --
leaver-account  税務  u2  evidence.left_on=2025-10-31
-- expect issues --
