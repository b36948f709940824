# A department that was only renamed raises nothing
税務課 became 課税課 and then 市民税課 (a chain of successors); 市民課 was divided into 窓口課 and 戸籍課. Accounts still bear the old
names. Contract 5: also through departments' successors valid on D. 福祉課 was renamed to nothing of the holder's: a mismatch.

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
100,税務課,,2023-03-31,110
110,課税課,2023-04-01,2025-03-31,120
120,市民税課,2025-04-01,,
200,市民課,,2025-03-31,210;220
210,窓口課,2025-04-01,,
220,戸籍課,2025-04-01,,
300,福祉課,,2025-03-31,310
310,福祉総務課,2025-04-01,,

-- roster.csv --
職員番号,氏名,所属コード,所属
001,佐藤花子,120,市民税課
002,鈴木一郎,220,戸籍課
003,高橋次郎,210,窓口課

-- tax.csv --
利用者ID,職員番号,所属
chain_full,001,税務課
split_b,002,市民課
split_a,003,市民課
p_code,003,福祉課

-- expect exceptions --
department-mismatch  税務  p_code
duplicate-account  税務  split_a
duplicate-account  税務  p_code
-- expect issues --
