# Changes that nobody asked for
Between January and February u1 loses a role, u2 is removed, u5 and u6 come, u3 has its roles in another order and
spelling, which is no change. Requests: u6's, decided in the window that begins 31 days before the last run; u5's is of the
31st day before that and a day, too early; u7's removal stands without a day, which is no obstacle; u1's is one to add it,
not to change it. u8 comes without a request, but nobody holds it: that is orphan-account's matter. March changes nothing.

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
policy: {requests: requests.csv}
safety: {max_shrink_percent: 100}

-- staff.csv --
person_id,name
1001,Sato Hanako

-- requests.csv --
system,user_id,action,request_no,decided_on,approved_by
tax,U6,add,R-6,2025-12-31,chief
tax,u5,add,R-5,2025-12-30,chief
tax,u7,remove,R-7,,chief
tax,u1,add,R-1,2026-02-10,chief

-- tax.csv --
user_id,person_id,role
u1,1001,read;write
u2,1001,read
u3,1001,Read;Write
u4,1001,read
u7,1001,read

-- tax.csv (at run 2) --
user_id,person_id,role
u1,1001,read
u3,1001,write;read
u4,1001,read
u5,1001,read
u6,1001,read
u8,9999,read

-- expect exceptions of unrequested-change (at run 1) --

-- expect exceptions of unrequested-change (at run 2) --
unrequested-change  tax  u1  status=new evidence.changed_since=2026-01-31 evidence.previous_roles=read,write evidence.roles=read
unrequested-change  tax  u2  evidence.removed_since=2026-01-31 evidence.asked_from=2025-12-31 person_id=1001 name=Sato Hanako
unrequested-change  tax  u5  evidence.added_since=2026-01-31

-- expect exceptions of unrequested-change --

-- expect file resolved.csv --
,resolved,unrequested-change,Change that nobody asked for,tax,u2,1001,Sato Hanako,
