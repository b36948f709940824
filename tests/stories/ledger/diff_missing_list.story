# diff beside a run that had no list of a system
The sums are those of the last list before it, and say so: 1 + 0 - 0 = 1 of a run without the list proves nothing of its day.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en
$ diff 1 2 --lang en

-- tenko.yaml --
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    source: {path: tax.csv}
  - name: lan
    source: {path: lan.csv}
safety: {missing_list: report}

-- staff.csv --
person_id,name
1001,Sato Hanako

-- tax.csv --
user_id,person_id
u1,1001
-- lan.csv --
user_id,person_id
l1,1001

-- tax.csv (gone at run 2) --

-- expect exactly stdout --
  from run 1 (as of 2026-01-31) to run 2 (as of 2026-02-28)
  tax: 1 at the start + 0 added - 0 removed = 1 at the end; enabled 0, disabled 0, re-roled 0, moved 0 (run 2 had no list of it: that of run 1 is taken)
  lan: 1 at the start + 0 added - 0 removed = 1 at the end; enabled 0, disabled 0, re-roled 0, moved 0
