# Contracts over, ending soon, and far away
license-expired: contract_to < D and seats assigned. license-renewal: D ≤ contract_to ≤ D + 90; the last day itself is renewal, not
expired. 2026-06-29 is 90 days after 2026-03-31, 2026-06-30 is 91. Without seats an expired contract is nothing.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - {name: a昨日, source: seats.csv, contract_to: 2026-03-30}
  - {name: b今日, source: seats.csv, contract_to: 2026-03-31}
  - {name: c九十, source: seats.csv, contract_to: 2026-06-29}
  - {name: d九十一, source: seats.csv, contract_to: 2026-06-30}
  - {name: e解約済, source: none.csv, contract_to: 2026-03-30}
  - {name: f十, source: seats.csv, contract_to: 2026-04-11, renewal_days: 10}
  - {name: g未定, source: seats.csv}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- seats.csv --
職員番号
001

-- none.csv --
職員番号,状態
001,解約済

-- expect exceptions --
license-expired  a昨日  severity=high evidence.days=1 evidence.assigned=1
license-renewal  b今日  severity=info evidence.days=0
license-renewal  c九十  evidence.days=90
-- expect issues --
seats.csv: list-twice
seats.csv: list-twice
seats.csv: list-twice
seats.csv: list-twice
seats.csv: list-twice
-- expect summary --
licenses[4].assigned == 0
