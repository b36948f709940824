# Rows that do not hold yet
Rows dated 1 April stand in March files: until then such a row does not exist. The transfer of 001 has not happened, 002 is not there. From the day itself a row
holds.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属,適用日
001,佐藤花子,税務課,2025-04-01
001,佐藤花子,市民課,2026-04-01
002,鈴木一郎,市民課,2026-04-01
003,高橋次郎,市民課,2026-03-31

-- tax.csv --
利用者ID,職員番号,所属
a,001,税務課
b,001,市民課
c,002,市民課
d,003,市民課

-- expect exceptions --
department-mismatch  税務  b
duplicate-account  税務  a
duplicate-account  税務  b
orphan-account  税務  c
-- expect issues --
-- expect summary --
rosters[0].not_yet == 2
rosters[0].accepted == 4
rosters[0].people == 2
