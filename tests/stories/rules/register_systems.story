# Registers are sections in table form
KA-list, CH-57. A row of the register is a system of its own (図書館, with a list; 端末管理 without one, hence system-no-list), or
tells what its section leaves open (税: purpose, source, declared rows). Where both speak, tenko.yaml wins and the difference is an issue. The owner may be several:
the first that is a department on the day is the addressee. A bad number and a second row of one system are issues.

$ run --as-of 2026-03-31

-- tenko.yaml --
departments: departments.csv
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税
    owner: [旧課, 市民課]
    exported_on: 2026-03-30
licenses:
  - {name: テレワーク, quantity: 5, system: 図書館}
register:
  systems: register/systems.csv
  licenses: register/licenses.csv

-- departments.csv --
コード,名称,有効開始日,有効終了日,後継所属
0110,税務課,,,
0120,市民課,,,
0190,旧課,,2024-03-31,

-- register/systems.csv --
システム名,所管課,責任者,契約番号,用途,ファイル,抽出日,抽出者,件数,廃止日
税,税務課,001 佐藤花子,R7-1,賦課,tax.csv,2026-03-29,税務課 田中,約1,
図書館,市民課、税務課,,,,library.csv,2026-03-30,,１件,
端末管理,市民課,,,,,,,,
端末管理,市民課,,,,,,,,

-- register/licenses.csv --
ライセンス名,数量,単価,契約終了日,契約番号,用途,所管課,ファイル
テレワーク,6,"￥1,200.50",2027-03-31,R7-9,在宅勤務,市民課,telework.csv

-- roster.csv --
職員番号,氏名
001,佐藤花子

-- tax.csv --
利用者ID,職員番号
u1,001

-- library.csv --
利用者ID,職員番号
u1,999

-- telework.csv --
利用者ID,最終利用日
u1,2026-03-30

-- expect exceptions --
orphan-account  図書館  u1
license-unknown-holder  テレワーク  u1
license-surplus  テレワーク
system-no-list  端末管理
-- expect issues --
register/systems.csv:2 register-differs
register/systems.csv:2 register-differs
register/systems.csv:2 register-bad-number
register/systems.csv:5 register-twice
register/licenses.csv:2 register-differs
-- expect summary --
systems[2].name == "端末管理"
licenses[0].purchased == 5
-- expect file exceptions.jsonl --
"addressee":"市民課","message":"名簿に該当者がいない
