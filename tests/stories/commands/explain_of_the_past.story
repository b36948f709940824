# explain looks back as the run does
A change that nobody asked for is one beside the run before: its id leads to its explanation, and the account's verdicts name
it. Nothing is written: the ledger is as it was.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en
$ ! cp tenko.db report/kept
$ explain "{unrequested-change tax u2}" --as-of 2026-02-28 --lang en
$ ! cmp tenko.db report/kept
$ ! rm report/kept
$ explain "{unrequested-change tax u2}" --as-of 2026-02-28 --lang en

-- tenko.yaml --
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    source: {path: tax.csv}
policy: {requests: requests.csv}

-- staff.csv --
person_id,name
1001,Sato Hanako
1002,Suzuki Ichiro

-- requests.csv --
system,user_id,action,request_no,decided_on,approved_by
tax,u1,add,R-1,2026-02-10,chief

-- tax.csv --
user_id,person_id
u1,1001

-- tax.csv (at run 2) --
user_id,person_id
u1,1001
u2,1002

-- expect stdout --
unrequested-change
added_since: 2026-01-31
account u2 of tax
  RAISED         unrequested-change: Added since 2026-01-31
  passed         id-reused
