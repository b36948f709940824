# check before the first run
The ledger is configured and not made yet: an earlier run is what rules that look back lack, and check makes none.

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
  no earlier run in the ledger had this list: the next run compares with this one
    id-reused: tax
