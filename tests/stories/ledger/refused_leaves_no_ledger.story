# A run that is refused leaves no ledger
The roster is too small: exit 3, nothing written, and no ledger where there was none (every story checks what appears).

$ run --as-of 2026-01-31 --lang en
exit 3

-- tenko.yaml --
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    source: {path: tax.csv}
safety: {min_roster_rows: 10}

-- staff.csv --
person_id,name
1001,Sato Hanako

-- tax.csv --
user_id,person_id
u1,9999

-- expect stderr --
safety stop: roster staff has 1 usable rows, at least 10 are expected
