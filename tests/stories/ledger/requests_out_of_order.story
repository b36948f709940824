# Requests in runs that were made out of order, or again
u1 and u2 come between January and March, each with one request. March is run first, then February, late, of a list that has
them already: both saw one change, so that u2's second request is left for April, when u2 comes again (it was gone on 10
April). u1's is used. u3 came by a list of 20 April that was wrong: the same day again without it replaces that run, and
its request is left for 30 April. A run of an earlier day than all others has nothing that it could be compared with.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-03-31 --lang en
$ run --as-of 2026-02-28 --lang en
$ run --as-of 2026-04-10 --lang en
$ run --as-of 2026-04-20 --lang en
$ run --as-of 2026-04-20 --lang en
$ run --as-of 2026-04-30 --lang en
$ verify --lang en
$ run --as-of 2025-12-31 --lang en
$ explain tax u1 --as-of 2025-12-15 --lang en

-- tenko.yaml --
rosters: [{name: staff, source: staff.csv}]
systems: [{name: tax, source: tax.csv}]
policy: {requests: requests.csv}
defaults: {request_days: 90}
safety: {max_shrink_percent: 100}
rules: {duplicate-account: {enabled: false}}

-- staff.csv --
person_id,name
1001,Sato Hanako

-- requests.csv --
system,user_id,action,request_no,decided_on
tax,u1,add,R-1,2026-02-05
tax,u2,add,R-2,2026-02-05
tax,u2,add,R-2b,2026-02-06
tax,u1,remove,R-1r,2026-04-01
tax,u2,remove,R-2r,2026-04-01
tax,u3,add,R-3,2026-04-15

-- tax.csv --
user_id,person_id
u0,1001

-- tax.csv (at run 2) --
user_id,person_id
u0,1001
u1,1001
u2,1001

-- tax.csv (at run 4) --
user_id,person_id
u0,1001

-- tax.csv (at run 5) --
user_id,person_id
u0,1001
u3,1001

-- tax.csv (at run 6) --
user_id,person_id
u0,1001

-- tax.csv (at run 7) --
user_id,person_id
u0,1001
u1,1001
u2,1001
u3,1001

-- expect exceptions of unrequested-change (at run 2) --

-- expect exceptions of unrequested-change (at run 3) --

-- expect exceptions of unrequested-change (at run 4) --

-- expect exceptions of unrequested-change (at run 5) --

-- expect exceptions of unrequested-change (at run 6) --

-- expect exceptions of unrequested-change (at run 7) --
unrequested-change  tax  u1

-- expect exceptions of unrequested-change --

-- expect stdout --
  not evaluated  unrequested-change: no earlier run in the ledger had this list
