# A request decides one change, over all runs
Between the first two runs u1, u2, u3 and u6 come, each asked for; in the third u1, u2 and u6 are gone, as was asked for, and u3 has another
role
by R-3c. In the fourth they come back: u1's only request to add it is used, u2 has a second one, and u6 one without a
day, which is no obstacle; u3's roles change again, and its request is used. u4 and U4 come at once: two accounts and one
request.

$ run --as-of 2026-02-01 --lang en
$ run --as-of 2026-02-10 --lang en
$ run --as-of 2026-02-20 --lang en
$ purge --before 2026-02-15 --lang en
$ run --as-of 2026-02-28 --lang en
$ verify --lang en
$ diff 3 4 --format csv --lang en

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
tax,u1,add,R-1,2026-02-05
tax,u1,remove,R-1r,2026-02-15
tax,u2,add,R-2b,2026-02-11
tax,u2,add,R-2,2026-02-05
tax,u2,remove,R-2r,2026-02-15
tax,u3,add,R-3,2026-02-05
tax,u3,change,R-3c,2026-02-15
tax,u4,add,R-4,2026-02-25
tax,u6,add,R-6,2026-02-05
tax,u6,add,R-6n,
tax,u6,remove,R-6r,2026-02-15

-- tax.csv --
user_id,person_id,role
u5,1001,read

-- tax.csv (at run 2) --
user_id,person_id,role
u1,1001,read
U2,1001,read
u3,1001,read
u5,1001,read
u6,1001,read

-- tax.csv (at run 3) --
user_id,person_id,role
u3,1001,write
u5,1001,read

-- tax.csv (at run 4) --
user_id,person_id,role
u1,1001,read
u2,1001,read
u3,1001,read
u4,1001,read
U4,1001,read
u5,1001,read
u6,1001,read

-- expect exceptions of unrequested-change (at run 2) --

-- expect exceptions of unrequested-change (at run 3) --

-- expect exceptions of unrequested-change --
unrequested-change  tax  u1  evidence.added_since=2026-02-20 evidence.asked_from=2026-01-20
unrequested-change  tax  u3  evidence.changed_since=2026-02-20
unrequested-change  tax  u4  evidence.added_since=2026-02-20

-- expect exactly stdout (utf-8-bom crlf) --
system,user_id,change,before,after,person_id,request_no
tax,u1,added,,enabled,1001,
tax,u2,added,,enabled,1001,R-2b
tax,u3,re_roled,write,read,1001,
tax,U4,added,,enabled,1001,R-4
tax,u4,added,,enabled,1001,
tax,u6,added,,enabled,1001,R-6n
