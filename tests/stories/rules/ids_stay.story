# The id of an exception is the same in every run
16 hex digits, the same for the same rule, target and subject (contract 6): on another day, in another language, with another severity. They are the
beginning of SHA-256 over the three, each ended by a NUL: fixed here, since ledgers and decisions of years hang on them.

$ run --as-of 2026-03-31 --out first
$ run -c other.yaml --as-of 2026-05-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- other.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
rules: {orphan-account: {severity: low}}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号
u1,999

-- expect exceptions --
orphan-account  税務  u1  severity=low id=x2a596e4a819c486
-- expect file ../first/exceptions.jsonl --
"id":"x2a596e4a819c486"
