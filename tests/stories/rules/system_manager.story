# 責任者 of a system: a number, number and name, or a name
KO 意7,16: the person answerable stands in systems.csv by number and name, whichever of the two was configured. Nobody of that
number or name, two people of one name, a name that is not the number's, and somebody who has left are issues: whoever looks for the
manager would find nobody. Contract owner, number and purpose of a system come from either place too.

$ run --as-of 2026-03-31 --no-ledger --lang en

-- tenko.yaml --
departments: departments.csv
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: A, owner: 税務課, manager: "1", source: list.csv, contract_owner: "0130", contract_no: R7-1, purpose: 賦課}
  - {name: B, owner: 税務課, manager: 鈴木　一郎, source: list.csv}
  - {name: C, owner: 税務課, manager: 田中 次郎, source: list.csv}
  - {name: D, owner: 税務課, manager: "999", source: list.csv}
  - {name: F, owner: 税務課, source: list.csv}
register: {systems: systems.csv}

-- systems.csv --
system,manager
A,
B,
C,
D,
E,002　佐藤花子
F,0005
-- departments.csv --
コード,名称,有効開始日,有効終了日,後継所属
0110,税務課,,,
0130,契約課,,,
-- roster.csv --
職員番号,氏名,所属,退職日
0001,佐藤花子,税務課,
0002,鈴木一郎,税務課,
0003,田中次郎,税務課,
0004,田中次郎,税務課,
0005,高橋三郎,税務課,2026-03-30
-- list.csv --
利用者ID,職員番号
u1,0001

-- expect some issues --
list.csv: manager-several manager
list.csv: manager-nobody manager
list.csv: manager-left manager
: policy-other-name manager
-- expect file systems.csv --
system,A,税務課,0001 佐藤花子,
system,B,税務課,0002 鈴木一郎,
system,C,税務課,田中 次郎,
system,D,税務課,999,
system,E,,0002 鈴木一郎,
system,F,税務課,0005 高橋三郎,
-- expect summary --
systems[0].manager == "0001 佐藤花子"
systems[0].contract_owner == "契約課"
systems[0].contract_no == "R7-1"
systems[0].purpose == "賦課"
-- expect file index.html --
<small>manager 0001 佐藤花子</small>
