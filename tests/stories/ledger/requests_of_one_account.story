# Several requests of one account, in any order
u1 has one that came too early, one of a day still to come and, in between, the right one. u2 has the first two kinds alone. u3's has no day, which is no obstacle. What
u4's asks for is no action, and a system that there is not is named: neither is a request.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en

-- tenko.yaml --
rosters: [{name: staff, source: staff.csv}]
systems: [{name: tax, source: tax.csv}]
policy: {requests: requests.csv}

-- staff.csv --
person_id,name
1001,Sato Hanako

-- requests.csv --
system,user_id,action,request_no,decided_on,approved_by
tax,u1,change,R-9,2026-04-15,chief
tax,u1,change,R-8,2025-11-01,chief
tax,u1,remove,R-0,2025-11-01,chief
tax,u1,change,R-7,2026-02-01,chief
tax,u1,change,R-7a,2026-02-01,chief
tax,u2,change,R-6,2026-03-05,chief
tax,u2,change,R-5,2025-11-01,chief
tax,u3,add,R-3,2026-02-01,chief
tax,u3,change,R-4,,chief
tax,u4,paint,R-2,2026-02-01,chief
water,u4,change,R-1,2026-02-01,chief

-- tax.csv --
user_id,person_id,role
u1,1001,read;write
u2,1001,read;write
u3,1001,read;write
u4,1001,read;write

-- tax.csv (at run 2) --
user_id,person_id,role
u1,1001,read
u2,1001,read
u3,1001,read
u4,1001,read

-- expect exceptions of unrequested-change --
unrequested-change  tax  u2
unrequested-change  tax  u4
-- expect some issues --
requests.csv:11 word-unknown action
requests.csv:12 policy-no-system system
