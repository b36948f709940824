# A rejected row may be the one
In February a row of the list has no user ID and is rejected; u1 and u3 are not to be found: nobody knows which of them
the row was, so both stay open. u2 is there, has a holder now and is resolved all the same.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en

-- tenko.yaml --
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    source: {path: tax.csv}
safety: {max_shrink_percent: 100}

-- staff.csv --
person_id,name
1001,Sato Hanako

-- tax.csv --
user_id,person_id,created_on
u1,9999,2020-04-01
u2,9998,2020-04-01
u3,9997,2020-04-01

-- tax.csv (at run 2) --
user_id,person_id,created_on
,9999,2020-04-01
u2,1001,2020-04-01

-- expect summary (at run 2) --
systems[0].rejected == 1
lifecycle.not_reexamined == 2
lifecycle.resolved == 1

-- expect file resolved.csv --
,"open, not re-examined",orphan-account,Account that nobody holds,tax,u1,
,resolved,orphan-account,Account that nobody holds,tax,u2,
,"open, not re-examined",orphan-account,Account that nobody holds,tax,u3,
