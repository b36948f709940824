# No configuration: files on the command line
Contract 1: several --roster, --system NAME=FILE and --license NAME=FILE; headers are recognised. The organization is empty, systems go by
their names. More files may follow one --system.

$ run --as-of 2026-04-01 --roster staff.csv --roster contractors.csv --system 税務=tax.csv 財務=finance.csv --license 文書=seats.csv --lang en

-- staff.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
-- contractors.csv --
職員番号,氏名,所属
C1,鈴木一郎,委託
-- tax.csv --
利用者ID,職員番号
t1,001
t2,C1
-- finance.csv --
利用者ID,職員番号
f1,009
-- seats.csv --
職員番号,割当日
001,2025-04-01
C9,2025-04-01

-- expect exceptions --
orphan-account  財務  f1
license-unknown-holder  文書  C9  severity=high
-- expect summary --
organization == ""
as_of == "2026-04-01"
systems[0].name == "税務"
systems[1].name == "財務"
licenses[0].assigned == 2
licenses[0].held_by_unknown == 1
licenses[0].purchased == null
-- expect stdout --
2 rosters, 2 systems, 1 licenses
report
