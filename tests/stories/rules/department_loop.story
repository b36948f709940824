# Departments whose successors lead back
a → b → a: an input issue for the loop, each followed once; an unknown successor is an input issue and ignored. Nothing hangs, and the other rows still count.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
departments: departments.csv
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 総務課, source: tax.csv}

-- departments.csv --
code,name,valid_from,valid_to,successor
100,甲課,,2025-03-31,200
200,乙課,,2025-03-31,100
300,丙課,,2025-03-31,999
400,丁課,,2025-03-31,500
500,総務課,,,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,総務課
002,鈴木一郎,総務課
003,高橋次郎,総務課

-- tax.csv --
利用者ID,職員番号,所属
loop,001,甲課
lost,002,丙課
fine,003,丁課

-- expect exceptions --
department-mismatch  税務  loop
department-mismatch  税務  lost
-- expect some issues --
departments.csv:4 successor-unknown
