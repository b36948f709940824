# Several rows for one user ID
One account with all their roles; the user ID is compared by width, and IDs that differ only in case are two. Any other difference is an input issue and the first row wins: 001 holds it.

$ run --as-of 2026-03-31

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
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31
002,鈴木一郎,税務課,

-- tax.csv --
利用者ID,職員番号,権限
Sato,001,課税
Ｓａｔｏ,001,謎
ＳＡＴＯ,002,秘密

-- expect exceptions --
leaver-account  税務  Sato  person_id=001
role-unknown  税務  Sato  evidence.roles=謎,秘密
-- expect issues --
tax.csv:4 account-differs 職員番号
-- expect summary --
systems[0].rows_read == 3
systems[0].accepted == 3
systems[0].accounts == 1
