# A name that is used again
建設課 ended in 2020 with the successor 土木課 (210), and in 2025 a new 建設課 (300) was set up. Today 建設課 means the new one: an account of 建設課 does not fit a person
of 土木課. Its old code 200 still leads there.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
departments: departments.csv
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 建設課, source: tax.csv}

-- departments.csv --
code,name,valid_from,valid_to,successor
200,建設課,2000-04-01,2020-03-31,210
210,土木課,2020-04-01,,
300,建設課,2025-04-01,,

-- roster.csv --
職員番号,氏名,所属コード,所属
001,佐藤花子,210,土木課
002,鈴木一郎,300,建設課

-- tax.csv --
利用者ID,職員番号,所属コード,所属
old_code,001,200,
new_name,002,,建設課
inherits,001,,建設課
old_both,001,200,建設課

-- expect exceptions --
department-mismatch  税務  inherits
duplicate-account  税務  old_code
duplicate-account  税務  inherits
duplicate-account  税務  old_both
-- expect issues --
