# The declared number and the entries read
CH-57. As many as declared: nothing. One too few and one too many: raised, with both numbers. Rejected rows are entries that came; rows of
tomorrow came too; a total and a ruler are none. Nothing declared: not evaluated.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters:
  - {name: 同数, source: roster.csv, declared_rows: 2}
systems:
  - {name: 同数, owner: 税務課, source: a.csv, declared_rows: 2}
  - {name: 不足, owner: 税務課, source: b.csv, declared_rows: 3}
  - {name: 超過, owner: 税務課, source: c.csv, declared_rows: 1}
  - {name: 無記載, owner: 税務課, source: d.csv}
licenses:
  - {name: 零, source: seats.csv, declared_rows: 0}

-- roster.csv --
職員番号,氏名,発効日
001,佐藤花子,2026-01-01
002,鈴木一郎,2026-04-01
-- a.csv --
利用者ID,職員番号
u1,001
,001
計,2件
-- b.csv --
利用者ID,職員番号
u1,001
u2,001
-- c.csv --
利用者ID,職員番号
v1,001
v2,001
-- d.csv --
利用者ID,職員番号
w1,001
-- seats.csv --
職員番号
001

-- expect exceptions of list-incomplete --
list-incomplete  不足  severity=high evidence.declared_rows=3 evidence.records=2
list-incomplete  超過  evidence.declared_rows=1 evidence.records=2
list-incomplete  零  evidence.declared_rows=0 evidence.records=1
