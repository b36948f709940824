# A roster that shrank by force says nothing of anybody who was on it
In February the roster has one row of four and the run is forced. The leaver's account and the missing one speak of people: they stay open. The orphan's account is gone
from a list that was read whole, and nobody's number stood on it: resolved.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en --force --reason "half a roster is better than none"

-- tenko.yaml --
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    source: {path: tax.csv}
    required_for: {employment: [regular]}
safety: {max_unmatched_percent: 100, max_shrink_percent: 60}

-- staff.csv --
person_id,name,employment,left_on
1001,Sato Hanako,regular,
1002,Suzuki Ichiro,regular,2026-01-15
1003,Takahashi Jiro,regular,
1004,Tanaka Saburo,regular,

-- staff.csv (at run 2) --
person_id,name,employment,left_on
1001,Sato Hanako,regular,

-- tax.csv --
user_id,person_id
u1,1001
u2,1002
u4,1004
u9,
ghost,

-- tax.csv (at run 2) --
user_id,person_id
u1,1001
u2,1001
u9,

-- expect file resolved.csv --
,resolved,orphan-account,Account that nobody holds,tax,ghost,
,"open, not re-examined",leaver-account,Account of a leaver,tax,u2,
,"open, not re-examined",missing-account,Person without an account,tax,1003,
