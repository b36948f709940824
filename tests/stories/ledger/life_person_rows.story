# A person whose row was rejected may still lack the account
In January 1001, 1002 and 1003 lack an account of tax. In February a row of the roster has no number: 1001 is not to be found and may be that row, so it stays open. 1002 lacks
one still. 1003 is there, was judged, and has one now: resolved.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en

-- tenko.yaml --
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    source: {path: tax.csv}
    required_for: {employment: [regular]}
safety: {max_shrink_percent: 100, max_unmatched_percent: 100}

-- staff.csv --
person_id,name,employment,left_on,hired_on
1001,Sato Hanako,regular,,2020-04-01
1002,Suzuki Ichiro,regular,,2020-04-01
1003,Takahashi Jiro,regular,,2020-04-01
1005,Ito Shiro,regular,,2020-04-01

-- staff.csv (at run 2) --
person_id,name,employment,left_on,hired_on
,Sato Hanako,regular,,2020-04-01
1002,Suzuki Ichiro,regular,,2020-04-01
1003,Takahashi Jiro,regular,,2020-04-01
1005,Ito Shiro,regular,,2020-04-01

-- tax.csv --
user_id,person_id
u5,1005
u9,9999

-- tax.csv (at run 2) --
user_id,person_id
u5,1005
u3,1003
u9,1005

-- expect summary (at run 2) --
rosters[0].rejected == 1

-- expect file resolved.csv --
,resolved,missing-account,Person without an account,tax,1003,
,"open, not re-examined",missing-account,Person without an account,tax,1001,
