# Whose row was rejected has not gone
In February the row of u1 and that of u2 have lost their IDs and are rejected; u3 is gone. Nobody knows whose rows they are: none of the three
is said to be removed, and the coverage counts them. In March u1 is back as it was, which is no addition; u2 is back
in another role; u3 is not, and no row is rejected: it is gone since January, and nobody asked for it. u4 is gone in
February, as was asked for; in March that request is used: it was not known to be gone before.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en
$ run --as-of 2026-03-31 --lang en
$ verify --lang en
$ diff 2 3 --lang en

-- tenko.yaml --
rosters: [{name: staff, source: staff.csv}]
systems: [{name: tax, source: tax.csv}]
policy: {requests: requests.csv}
safety: {max_shrink_percent: 100}
rules: {duplicate-account: {enabled: false}}

-- staff.csv --
person_id,name
1001,Sato Hanako

-- requests.csv --
system,user_id,action,request_no,decided_on
tax,u4,remove,R-4,2026-02-05

-- tax.csv --
user_id,person_id,role
u1,1001,read
u2,1001,read
u3,1001,read
u4,1001,read
u5,1001,read

-- tax.csv (at run 2) --
user_id,person_id,role
,1001,read
,1001,read
u5,1001,read

-- tax.csv (at run 3) --
user_id,person_id,role
U1,1001,read
u2,1001,write
u5,1001,read

-- expect exceptions of unrequested-change (at run 2) --

-- expect summary (at run 2) --
systems[0].not_judged.unrequested-change == 4

-- expect exceptions of unrequested-change --
unrequested-change  tax  u2  evidence.changed_since=2026-01-31 evidence.previous_roles=read
unrequested-change  tax  u3  evidence.removed_since=2026-01-31 person_id=1001 name=Sato Hanako

-- expect stdout --
  tax: 1 at the start + 2 added - 0 removed = 3 at the end; enabled 0, disabled 0, re-roled 0, moved 0 (run 2 rejected 2 rows of its list: what is missing there may be one of them)
