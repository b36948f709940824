# A list that is missing resolves nothing
In February nobody delivers the list: u1 stays open and is said not to have been looked at. In March it is there again
and u1 has a holder: resolved, with January as the last run that saw it.

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
safety: {missing_list: report}

-- staff.csv --
person_id,name
1001,Sato Hanako

-- tax.csv --
user_id,person_id
u1,9999

-- tax.csv (gone at run 2) --

-- tax.csv (at run 3) --
user_id,person_id
u1,1001

-- expect exceptions (at run 2) --
system-no-list  tax  status=new

-- expect file resolved.csv (at run 2) --
,"open, not re-examined",orphan-account,Account that nobody holds,tax,u1,9999,,,,2026-01-31,1,2026-01-31,,,28

-- expect exceptions --

-- expect file resolved.csv --
,resolved,orphan-account,Account that nobody holds,tax,u1,9999,,,,2026-01-31,1,2026-01-31,3,2026-03-31,59
,resolved,system-no-list,
