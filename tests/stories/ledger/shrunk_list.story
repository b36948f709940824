# A list that shrank
Of ten accounts seven remain: 30 % are missing, which is the limit and passes. Then four remain of those seven: 43 %,
more than the limit, so nothing is written; the message has both counts and what may have happened.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en
$ run --as-of 2026-03-31 --lang en
exit 3

-- tenko.yaml --
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    source: {path: tax.csv}

-- staff.csv --
person_id,name
1001,Sato Hanako

-- tax.csv --
user_id,person_id
u1,1001
u2,1001
u3,1001
u4,1001
u5,1001
u6,1001
u7,1001
u8,1001
u9,1001
u10,1001

-- tax.csv (at run 2) --
user_id,person_id
u1,1001
u2,1001
u3,1001
u4,1001
u5,1001
u6,1001
u7,1001

-- tax.csv (at run 3) --
user_id,person_id
u1,1001
u2,1001
u3,1001
u4,1001

-- expect stderr --
tax.csv: safety stop: tax has 4 rows now, 7 (2026-02-28) before; at most 30 % may be missing
