# Two departments merged into one
Both old names mean the new one. A department that ended without a successor stands for itself: an account in it fits nobody who works elsewhere, and fits who
is still entered in it.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
departments: departments.csv
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 建設水道課, source: tax.csv, kinds: {external: "*"}}

-- departments.csv --
code,name,valid_from,valid_to,successor
100,建設課,,2026-03-31,
200,水道課,,2025-03-31,300
250,下水道課,,2025-03-31,建設水道課
300,建設水道課,2025-04-01,,
400,臨時室,,2025-03-31,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,建設水道課
002,鈴木一郎,臨時室
003,高橋次郎,水道課

-- tax.csv --
利用者ID,職員番号,所属
water,001,水道課
sewage,001,下水道課
office,001,臨時室
office2,002,臨時室
old_roster,003,建設水道課

-- expect exceptions --
department-mismatch  税務  office
-- expect issues --
