# The life of an exception: new, open, resolved, returned
u1 is nobody's in January and February, somebody's in March, nobody's again in April and May. Its first day stays that of
January; in April it is reopened, in May open as any other. March says who is gone, since when, and the days it took
(2026-01-31 to 2026-03-31: 59). u2 is waived all the time, which is an axis of its own.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en
$ run --as-of 2026-03-31 --lang en
$ run --as-of 2026-04-30 --lang en
$ run --as-of 2026-05-31 --lang en

-- tenko.yaml --
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    source: {path: tax.csv}
policy: {waivers: waivers.csv}

-- staff.csv --
person_id,name
1001,Sato Hanako

-- waivers.csv --
rule,target,subject,reason,approved_by,valid_until
orphan-account,tax,u2,monitoring,CIO,2026-12-31

-- tax.csv --
user_id,person_id
u1,9999
u2,9998

-- tax.csv (at run 3) --
user_id,person_id
u1,1001
u2,9998

-- tax.csv (at run 4) --
user_id,person_id
u1,9999
u2,9998

-- expect exceptions (at run 1) --
orphan-account  tax  u1  status=new first_seen=2026-01-31 waived=false
orphan-account  tax  u2  status=new first_seen=2026-01-31 waived=true

-- expect exceptions (at run 2) --
orphan-account  tax  u1  status=open first_seen=2026-01-31
orphan-account  tax  u2  status=open first_seen=2026-01-31 waived=true

-- expect exceptions (at run 3) --
orphan-account  tax  u2  status=open waived=true

-- expect file resolved.csv (at run 3) --
,resolved,orphan-account,Account that nobody holds,tax,u1,9999,,,,2026-01-31,2,2026-02-28,3,2026-03-31,59

-- expect summary (at run 3) --
lifecycle == {"new": 0, "open": 1, "reopened": 0, "resolved": 1, "not_reexamined": 0, "open_days": {"oldest": 59, "over_30": 1, "over_90": 0, "over_365": 0}}

-- expect exceptions (at run 4) --
orphan-account  tax  u1  status=reopened first_seen=2026-01-31
orphan-account  tax  u2  status=open waived=true

-- expect exceptions --
orphan-account  tax  u1  status=open first_seen=2026-01-31
orphan-account  tax  u2  status=open waived=true

-- expect stdout --
Exceptions: 0 new, 2 open before, 0 reopened; of earlier runs 0 resolved, 0 could not be looked at again
