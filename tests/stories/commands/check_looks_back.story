# check says of rules that look back what a run would say
With a ledger that knows an earlier run they are evaluated.

$ run --as-of 2026-01-31 --lang en
$ check --as-of 2026-02-28 --lang en

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
u1,1001

-- expect stdout --
system-retired, id-reused
