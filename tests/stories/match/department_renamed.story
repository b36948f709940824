# Name and department, where the department was renamed
The account still says 税務課, the roster 市民税課: its successor valid on D is the same department, for the match too.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
departments: departments.csv
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 市民税課, source: tax.csv}

-- departments.csv --
code,name,valid_from,valid_to,successor
100,税務課,,2025-03-31,120
120,市民税課,2025-04-01,,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,市民税課

-- tax.csv --
利用者ID,氏名,所属
a,佐藤花子,税務課

-- expect exceptions --
-- expect issues --
-- expect summary --
systems[0].matched == 1
