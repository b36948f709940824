# A run of an earlier day changes no lives
The second run looks at December, when u1 was held: it resolves nothing, and what it finds anew (u2) is new in it alone.
The third run, of February, knows u1 since January and u2 not at all.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2025-12-31 --lang en
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

-- tax.csv --
user_id,person_id
u1,9999
u2,1001

-- tax.csv (at run 2) --
user_id,person_id
u1,1001
u2,9999

-- tax.csv (at run 3) --
user_id,person_id
u1,9999
u2,9999

-- expect exceptions (at run 2) --
orphan-account  tax  u2  status=new first_seen=2025-12-31

-- expect summary (at run 2) --
lifecycle.resolved == 0

-- expect exceptions --
orphan-account  tax  u1  status=open first_seen=2026-01-31
orphan-account  tax  u2  status=new first_seen=2026-02-28
