# What a forced run does not see is not resolved
In February the list has one account instead of three; the run is forced. u1 is not in the list and stays open. The reason
stands in the manifest, what was let pass in the manifest and in summary.json.

$ run --as-of 2026-01-31 --lang en
$ run --as-of 2026-02-28 --lang en --force --reason "the office was reorganised"

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
u2,1001
u3,1001

-- tax.csv (at run 2) --
user_id,person_id
u2,1001

-- expect exceptions of orphan-account --

-- expect summary --
lifecycle.resolved == 0
lifecycle.not_reexamined == 3

-- expect file manifest.json --
"forced_reason": "the office was reorganised"
"forced_stops": "tax.csv: safety stop: tax has 1 rows now, 3 (2026-01-31) before;

-- expect file summary.json --
"forced_stops": "tax.csv: safety stop: tax has 1 rows now, 3 (2026-01-31) before;

-- expect stderr --
safety stop passed by --force: tax.csv: safety stop
