# sample looks back as the run does
The verdict of an account is that of the report, changes beside the run before among them.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en
$ sample --size 2 --seed 1 --as-of 2026-02-28 --lang en --rule unrequested-change

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

-- expect exactly stdout --
seed 1: 1 of 1 accounts
1. tax  u2  (1002)  tax.csv:3  Change that nobody asked for
