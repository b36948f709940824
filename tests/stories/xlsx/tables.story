# Departments and policy from sheets of a workbook
The waiver of the second sheet covers u2, whose holder has left: no exception of u2 is open.

$ run --as-of 2026-03-31
exit 0

-- tenko.yaml --
departments: {path: tables.xlsx, sheet: 所属}
policy:
  waivers: {path: tables.xlsx, sheet: 例外}
rosters: [{name: 職員, source: staff.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- tables.xlsx (xlsx) --
== 所属 ==
コード,名称
#10:0000,税務課
== 例外 ==
rule,target,subject,reason,approved_by,valid_until
leaver-account,税務,u2,引継ぎ中,課長,#46203:yyyy/m/d

-- staff.csv --
職員番号,氏名,所属コード,退職日
001234,佐藤花子,0010,
001235,鈴木一郎,0010,2026-02-28

-- tax.csv --
利用者ID,職員番号,氏名
u1,001234,佐藤花子
u2,001235,鈴木一郎

-- expect exceptions of leaver-account system-owner-unknown --
leaver-account  税務  u2  waived=true
