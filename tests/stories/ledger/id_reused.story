# A user ID that was somebody else's
Between the runs u1 passes from 1001 to 1002 (they are two people of the rosters), u2 from 1003, who is in no roster
any more, to 1004 of another name; u3's number changes, but it is one name under a new number, and the old one is
gone: the same person. u7 passes from 1006, who has gone, to 1007, who has the same name and was there all the time:
they are two. u4 was nobody's, u5 is new. u6 was 1001's and is now nobody's: that is orphan-account's matter. The
first run has nothing to compare with and says so; the third compares with the second and finds nothing.

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
safety: {max_shrink_percent: 100}

-- staff.csv --
person_id,name
1001,Sato Hanako
1002,Suzuki Ichiro
1003,Ito Jiro
1005,Mori Yuki
1006,Abe Ken
1007,Abe Ken

-- staff.csv (at run 2) --
person_id,name
1001,Sato Hanako
1002,Suzuki Ichiro
1004,Kato Saburo
2005,Mori Yuki
1007,Abe Ken

-- tax.csv --
user_id,person_id,created_on
u1,1001,2020-04-01
u2,1003,2020-04-01
u3,1005,2020-04-01
u4,9999,2020-04-01
u6,1001,2020-04-01
u7,1006,2020-04-01

-- tax.csv (at run 2) --
user_id,person_id,created_on
U1,1002,2020-04-01
u2,1004,2020-04-01
u3,2005,2020-04-01
u4,1001,2020-04-01
u5,1001,2026-02-10
u6,9999,2020-04-01
u7,1007,2020-04-01

-- expect exceptions of id-reused (at run 1) --

-- expect file systems.csv (at run 1) --
id-reused: no earlier run in the ledger had this list

-- expect exceptions of id-reused (at run 2) --
id-reused  tax  U1  person_id=1002 status=new evidence.previous_person_id=1001 evidence.previous_as_of=2026-01-31
id-reused  tax  u2  person_id=1004 evidence.previous_person_id=1003 evidence.previous_name=Ito Jiro
id-reused  tax  u7  person_id=1007 evidence.previous_person_id=1006 evidence.previous_name=Abe Ken

-- expect exceptions of id-reused --
