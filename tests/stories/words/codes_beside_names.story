# A code beside its name says nothing by itself
在籍区分 2 is 退職 here and something else in the next package; the column 在籍区分名 beside it tells. So does 状態名, and of a department its name.
In Oracle's list the USER_ID is a number that nobody logs in with, in whatever order the rows stand.

$ run --as-of 2026-03-31 --no-ledger --lang en

-- tenko.yaml --
rosters: [{name: staff, source: roster.csv}]
systems:
  - {name: a, source: a.csv}
  - {name: oracle, source: oracle.csv}
  - {name: okta, source: okta.csv}

-- roster.csv --
社員コード,社員名,部門,部門名,在籍区分,在籍区分名,雇用形態,雇用形態名称
001,佐藤花子,0201,税務課,0,在籍,1,正社員
002,鈴木一郎,0301,市民課,2,退職,1,正社員
003,高橋三郎,0301,市民課,1,休職,2,契約社員
-- a.csv --
利用者ID,職員番号,所属,所属名,状態,状態名,権限,権限名
a1,001,0301,市民課,1,利用中,9,管理者
a2,002,0301,市民課,9,停止中,1,照会
a3,003,0301,市民課,1,利用中,1,照会
-- oracle.csv --
"USERNAME","USER_ID","ACCOUNT_STATUS","CREATED"
"AHN",2147483638,"OPEN","2020-04-01 09:00:00"
"SATO",101,"OPEN","2020-04-01 09:00:00"
"SYS",0,"OPEN","2020-04-01 09:00:00"

3 rows selected.
-- okta.csv --
login,employeeNumber,status,activated
o1,001,ACTIVE,2020-04-01T00:00:00.000Z
o2,002,ACTIVE,2020-04-01T00:00:00.000Z
o3,002,DEPROVISIONED,2020-04-01T00:00:00.000Z

-- expect exceptions of leaver-account leave-account department-mismatch orphan-account --
leave-account  a  a3
department-mismatch  a  a1
leaver-account  okta  o2
orphan-account  oracle  AHN
orphan-account  oracle  SATO
orphan-account  oracle  SYS
-- expect issues --
oracle.csv:6 row-is-total USERNAME
-- expect file inventory/a.csv --
管理者
