# A year of months
Thirteen runs: from 31 March to 31 March. An account is added each month, from the sixth run on another one goes. diff
without words compares the run nearest before the fiscal year's start (31 March 2025) with the last: what came and went in
between moves nothing. t2's holder left on 30 September; the account is found from October on, gone in November, back in
February: reopened, and open in March since October.

$ run --as-of 2025-03-31
$ run --as-of 2025-04-30
$ run --as-of 2025-05-31
$ run --as-of 2025-06-30
$ run --as-of 2025-07-31
$ run --as-of 2025-08-31
$ run --as-of 2025-09-30
$ run --as-of 2025-10-31
$ run --as-of 2025-11-30
$ run --as-of 2025-12-31
$ run --as-of 2026-01-31
$ run --as-of 2026-02-28
$ run --as-of 2026-03-31
$ verify
$ diff --lang en

-- tenko.yaml --
organization: みなと市
rosters:
  - name: 職員
    source: {path: staff.csv}
systems:
  - name: 税務
    owner: 税務課
    source: {path: tax.csv}
safety: {max_shrink_percent: 100}

-- staff.csv --
職員番号,氏名,所属,退職日
1001,佐藤　花子,税務課,
1002,鈴木　一郎,税務課,2025-09-30

-- tax.csv --
利用者ID,職員番号
t1,1001
t2,1002

-- tax.csv (at run 2) --
利用者ID,職員番号
t1,1001
t2,1002
t3,1001

-- tax.csv (at run 3) --
利用者ID,職員番号
t1,1001
t2,1002
t3,1001
t4,1001

-- tax.csv (at run 4) --
利用者ID,職員番号
t1,1001
t2,1002
t3,1001
t4,1001
t5,1001

-- tax.csv (at run 5) --
利用者ID,職員番号
t1,1001
t2,1002
t3,1001
t4,1001
t5,1001
t6,1001

-- tax.csv (at run 6) --
利用者ID,職員番号
t1,1001
t2,1002
t3,1001
t4,1001
t6,1001
t7,1001

-- tax.csv (at run 7) --
利用者ID,職員番号
t1,1001
t2,1002
t3,1001
t4,1001
t7,1001
t8,1001

-- tax.csv (at run 8) --
利用者ID,職員番号
t1,1001
t2,1002
t3,1001
t4,1001
t8,1001
t9,1001

-- tax.csv (at run 9) --
利用者ID,職員番号
t1,1001
t3,1001
t4,1001
t9,1001
t10,1001

-- tax.csv (at run 10) --
利用者ID,職員番号
t1,1001
t3,1001
t4,1001
t10,1001
t11,1001

-- tax.csv (at run 11) --
利用者ID,職員番号
t1,1001
t3,1001
t4,1001
t11,1001
t12,1001

-- tax.csv (at run 12) --
利用者ID,職員番号
t1,1001
t2,1002
t3,1001
t4,1001
t12,1001
t13,1001

-- tax.csv (at run 13) --
利用者ID,職員番号
t1,1001
t2,1002
t3,1001
t4,1001
t13,1001
t14,1001


-- expect stdout --
from run 1 (as of 2025-03-31) to run 13 (as of 2026-03-31)
税務: 2 at the start + 4 added - 0 removed = 6 at the end; enabled 0, disabled 0, re-roled 0, moved 0
-- expect exceptions of leaver-account (at run 8) --
leaver-account  税務  t2  status=new first_seen=2025-10-31
-- expect exceptions of leaver-account (at run 9) --

-- expect exceptions of leaver-account (at run 12) --
leaver-account  税務  t2  status=reopened first_seen=2025-10-31
-- expect exceptions of leaver-account (at run 13) --
leaver-account  税務  t2  status=open first_seen=2025-10-31
