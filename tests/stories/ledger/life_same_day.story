# The same day again resolves nothing
Corrected files, the same as_of: u1 has a holder now, but only a later day resolves. March does, and the last run that saw
u1 is the first.

$ run --as-of 2026-02-28 --lang en
$ run --as-of 2026-02-28 --lang en
$ run --as-of 2026-03-31 --lang en

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

-- tax.csv --
user_id,person_id
u1,9999

-- tax.csv (at run 2) --
user_id,person_id
u1,1001

-- expect summary (at run 2) --
lifecycle.resolved == 0
lifecycle.not_reexamined == 1

-- expect file resolved.csv --
,resolved,orphan-account,Account that nobody holds,tax,u1,9999,,,,2026-02-28,1,2026-02-28,3,2026-03-31,31
