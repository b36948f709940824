# init of a whole city, then run
Devices are devices and tables of the policy are tables, not rosters and systems. Where two files could be one section, or two columns
are one field (the last login in each product), the configuration still loads: a key stands only once. Two lists of one file name
are two systems.

$ init
$ check
$ run --as-of 2026-04-01

-- hr/staff.csv --
職員番号,氏名,所属,採用日,退職日
001,佐藤花子,税務課,2010-04-01,
002,鈴木一郎,税務課,2010-04-01,2026-03-31
-- hr/departments.csv --
所属コード,所属名,有効開始日,有効終了日,後継所属
1,税務課,2000-04-01,,
-- hr/departments_old.csv --
所属コード,所属名,有効開始日,有効終了日,後継所属
1,税務課,2000-04-01,,
-- tax/list.csv --
利用者ID,職員番号,権限,Last seen in Jira,Last seen in Confluence
u1,001,照会,2025-01-01,2026-03-30
u2,002,更新,2026-03-30,
-- cms/list.csv --
利用者ID,職員番号,権限
u1,001,特権管理
-- devices.csv --
端末番号,職員番号,返却日
PC-1,002,
-- rpa.csv --
端末番号,最終利用日
PC-1,2026-03-01
-- policy/roles.csv --
システム,権限,所属,職種,役職,雇用形態
tax/list.csv,照会,税務課,,,
-- policy/approvals.csv --
システム,利用者ID,職員番号,承認者,承認日,有効期限
list,u1,001,課長,2025-04-01,
-- policy/waivers.csv --
rule,target,subject,reason,approved_by,valid_until
leaver-account,tax/list.csv,u2,引継ぎ中,課長,2026-12-31
-- policy/links.csv --
system,user_id,person_id,note
list,u1,001,
-- policy/conflicts.csv --
system_a,role_a,system_b,role_b,reason
tax/list.csv,照会,list,特権管理,兼務禁止

-- expect exceptions --
leaver-account  tax/list.csv  u2  waived=true
role-unknown  tax/list.csv  u2
role-conflict  tax/list.csv  001
device-not-returned  devices  PC-1
license-leaver  rpa  PC-1
system-owner-unknown  tax/list.csv
system-owner-unknown  list
-- expect issues --
-- expect file ../tenko.yaml --
    metric: device
# departments: {path: "hr/departments_old.csv"}
  privileged: {path: "policy/approvals.csv"}
