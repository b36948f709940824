# A successor counts only from its first day
The reorganisation of 1 April stands in the table already. On 31 March the old department is valid: an account in it fits a person in
it, and an account that bears the new name already is a mismatch.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
departments: departments.csv
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}

-- departments.csv --
code,name,valid_from,valid_to,successor
100,税務課,,2026-03-31,120
120,市民税課,2026-04-01,,

-- roster.csv --
職員番号,氏名,所属コード,所属
001,佐藤花子,100,税務課
002,鈴木一郎,100,税務課

-- tax.csv --
利用者ID,職員番号,所属
old,001,税務課
early,002,市民税課

-- expect exceptions --
department-mismatch  税務  early
-- expect issues --
