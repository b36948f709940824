# Renamed, where the list gives codes
The same through codes: the account's 100 leads to 120.  Where a code has been given to another department, a code means only the
department valid on D: 400 is 会計課 today, and whoever is there did not inherit the accounts of the old 水道課.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
departments: departments.csv
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 120, source: tax.csv}

-- departments.csv --
code,name,valid_from,valid_to,successor
100,税務課,,2025-03-31,120
120,市民税課,2025-04-01,,
400,水道課,,2025-03-31,410
410,上下水道課,2025-04-01,,
400,会計課,2025-04-01,,

-- roster.csv --
職員番号,氏名,所属コード,所属
001,佐藤花子,120,市民税課
002,鈴木一郎,400,会計課
003,高橋次郎,410,上下水道課

-- tax.csv --
利用者ID,職員番号,所属コード,所属
renamed,001,100,
today_400,002,400,
old_400,003,400,
old_name,003,,水道課
name_of_old,002,,水道課

-- expect exceptions --
department-mismatch  税務  old_400
department-mismatch  税務  name_of_old
duplicate-account  税務  today_400
duplicate-account  税務  name_of_old
duplicate-account  税務  old_400
duplicate-account  税務  old_name
-- expect issues --
