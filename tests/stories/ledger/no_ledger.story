# A run without ledger
Nothing is read from the ledger or written into it: every status is new, and id-reused says why it is silent.

$ run --as-of 2026-01-31 --lang en --no-ledger --format csv,jsonl
$ run --as-of 2026-02-28 --lang en --no-ledger --format csv,jsonl

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
u1,9999

-- expect exceptions --
orphan-account  tax  u1  status=new first_seen=2026-02-28

-- expect file systems.csv --
id-reused: needs the ledger, which this run does not use

-- expect files --
exceptions.csv
exceptions.jsonl
issues.csv
leavers.csv
licenses.csv
manifest.json
seats.csv
summary.json
systems.csv

-- expect summary --
lifecycle == null
