# What came back is shown as that, also when its run is printed again
In February the leaver's account is disabled: resolved. In March it is enabled again: reopened, first seen in January. The report of that run, made again from the ledger,
is the same.

$ run --as-of 2026-01-31 --lang en
$ ! cp disabled.csv tax.csv
$ run --as-of 2026-02-28 --lang en
$ ! cp enabled.csv tax.csv
$ run --as-of 2026-03-31 --lang en
$ report --run 3 --out again --lang en

-- tenko.yaml --
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    owner: Tax
    source: {path: tax.csv}
safety: {max_unmatched_percent: 100}

-- staff.csv --
person_id,name,left_on
1001,Sato Hanako,2025-12-31
1002,Suzuki Ichiro,

-- tax.csv --
user_id,person_id,status
u1,1001,enabled
u2,1002,enabled

-- enabled.csv --
user_id,person_id,status
u1,1001,enabled
u2,1002,enabled

-- disabled.csv --
user_id,person_id,status
u1,1001,disabled
u2,1002,enabled

-- expect same report again --
-- expect file exceptions.jsonl --
"status":"reopened","first_seen":"2026-01-31"
