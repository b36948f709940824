# A role column that the list does not have
The header is named, with the nearest that there is: a role that is read nowhere would look as if nobody had it. The same for one that two columns have.

$ run --as-of 2026-04-01 --no-ledger --lang en
exit 2

-- tenko.yaml --
rosters: [{name: 職員, source: staff.csv}]
systems:
  - {name: A, owner: 税務課, role_columns: [起票, 承任], source: a.csv}
-- staff.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
-- a.csv --
利用者ID,職員番号,起票,承認
u1,001,○,○

-- expect stderr --
a.csv has no header 承任
承認
