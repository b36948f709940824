# A value that cannot be read resolves nothing
u1 was dormant in January. In February its last login is a text that is no date: whether it is still dormant cannot be
told, so the exception stays open. u2 was dormant too and has logged in: resolved.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en

-- tenko.yaml --
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    source: {path: tax.csv}

-- staff.csv --
person_id,name
1001,Sato Hanako
1002,Suzuki Ichiro

-- tax.csv --
user_id,person_id,last_login_on
u1,1001,2025-04-01
u2,1002,2025-04-01

-- tax.csv (at run 2) --
user_id,person_id,last_login_on
u1,1001,long ago
u2,1002,2026-02-20

-- expect exceptions of dormant-account --

-- expect file resolved.csv --
,"open, not re-examined",dormant-account,Account not used for long,tax,u1,
,resolved,dormant-account,Account not used for long,tax,u2,
