# What the delivering office says the list holds
CH-57. declared_rows against the entries read: rejected ones count, the totals row does not. Roster, system and license. Devices: a holder of no roster, a department that is not
the holder's; returned ones are nobody's matter. A system that the register lacks is named.

$ run --as-of 2026-03-31

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv, declared_rows: 2}
systems:
  - {name: 税務, source: tax.csv, declared_rows: 3}
  - {name: 福祉, source: welfare.csv, declared_rows: 2}
licenses:
  - {name: 会議録, source: minutes.csv, declared_rows: 2}
devices: {source: devices.csv}
register: {systems: register.csv}

-- register.csv --
システム,件数
税務,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,市民課

-- tax.csv --
利用者ID,職員番号
u1,001
,002
u3,002
合計,3件

-- welfare.csv --
利用者ID,職員番号
w1,001

-- minutes.csv --
職員番号
001

-- devices.csv --
端末番号,職員番号,使用課,返却日
PC-1,001,税務課,
PC-2,001,市民課,
PC-3,999,市民課,
PC-4,999,市民課,2026-01-31

-- expect exceptions of list-incomplete device-holder-unknown device-department-mismatch system-unregistered --
list-incomplete  福祉  severity=high evidence.records=1
list-incomplete  会議録
device-department-mismatch  devices  PC-2  severity=low
device-holder-unknown  devices  PC-3  severity=medium
system-unregistered  福祉  severity=medium
