# A rule that is switched off resolves nothing
In February orphan-account is off; in March it is on again, and raises u1 as open, not as new.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en
$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    source: {path: tax.csv}

-- tenko.yaml (at run 2) --
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    source: {path: tax.csv}
rules: {orphan-account: {enabled: false}}

-- tenko.yaml (at run 3) --
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

-- expect exceptions (at run 2) --

-- expect summary (at run 2) --
lifecycle.not_reexamined == 1
lifecycle.resolved == 0
lifecycle.open_days.oldest == 28

-- expect exceptions --
orphan-account  tax  u1  status=open first_seen=2026-01-31

-- expect summary --
lifecycle.not_reexamined == 0
