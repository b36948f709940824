# Who is in charge of a system
KO-6. The owner must be a department valid on D, by name or code. Missing, unknown, ended yesterday (though it has a successor: somebody must enter
the new one) or beginning tomorrow: raised. Ending today: still valid. A path, a code whose zeros were eaten, and code and
name in one cell say the same as the name; a path to what is none (総務部／謎課) does not.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
departments: departments.csv
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: a名称, owner: 税務課, source: tax.csv}
  - {name: bコード, owner: 0110, source: tax.csv}
  - {name: cなし, source: tax.csv}
  - {name: d不明, owner: 謎課, source: tax.csv}
  - {name: e廃止, owner: 市民課, source: tax.csv}
  - {name: f明日, owner: 新設課, source: tax.csv}
  - {name: g今日, owner: 最終課, source: tax.csv}
  - {name: h未提出, owner: 謎課, source: {connector: none}}
  - {name: i経路, owner: 総務部／税務課, source: {connector: none}}
  - {name: j経路, owner: "総務部 > 謎課", source: {connector: none}}
  - {name: k零, owner: 110, source: {connector: none}}
  - {name: l併記, owner: 0110 税務課, source: {connector: none}}

-- departments.csv --
コード,名称,有効開始日,有効終了日,後継所属
0110,税務課,,,
0120,市民課,,2026-03-30,0110
0130,新設課,2026-04-01,,
0140,最終課,,2026-03-31,

-- roster.csv --
職員番号,氏名
001,佐藤花子

-- tax.csv --
利用者ID,職員番号
u1,001

-- expect exceptions --
system-owner-unknown  cなし  severity=medium
system-owner-unknown  d不明
system-owner-unknown  e廃止
system-owner-unknown  f明日
system-owner-unknown  h未提出
system-owner-unknown  j経路
system-no-list  h未提出
system-no-list  i経路
system-no-list  j経路
system-no-list  k零
system-no-list  l併記
-- expect issues --
tax.csv: list-twice
tax.csv: list-twice
tax.csv: list-twice
tax.csv: list-twice
tax.csv: list-twice
tax.csv: list-twice
