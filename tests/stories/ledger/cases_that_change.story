# IDs that differ only in case are two accounts in every run
u1 and U1 both change (a login each) and u2 is spelt otherwise: none has come or gone. u3 and U3 stand beside each other, and U3 goes.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en

-- tenko.yaml --
rosters: [{name: staff, source: staff.csv}]
systems: [{name: tax, source: tax.csv}]
policy: {requests: requests.csv}
safety: {max_shrink_percent: 100}
rules: {duplicate-account: {enabled: false}}

-- staff.csv --
person_id,name
1001,Sato Hanako
1002,Mori Yuki

-- requests.csv --
system,user_id,action,request_no,decided_on
tax,u9,add,R-9,2026-02-05

-- tax.csv --
user_id,person_id,role,last_login_on
u1,1001,read,2026-01-20
U1,1002,write,2026-01-20
u2,1001,read,2026-01-20
u3,1001,read,2026-01-20
U3,1002,write,2026-01-20

-- tax.csv (at run 2) --
user_id,person_id,role,last_login_on
u1,1001,read,2026-02-20
U1,1002,write,2026-02-20
U2,1001,read,2026-02-20
u3,1001,read,2026-02-20

-- expect exceptions of unrequested-change id-reused --
unrequested-change  tax  U3  evidence.removed_since=2026-01-31
