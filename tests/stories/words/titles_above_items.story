# What stands above an item says whose it is
Under 所属 the item 名称 is a department's, though alone it would be a name.
"Suspended: abuse" is suspended, whatever the reason.

$ run --as-of 2026-03-31 --no-ledger --lang en

-- tenko.yaml --
rosters: [{name: staff, source: roster.csv}]
systems:
  - {name: a, source: a.csv}
  - {name: b, source: b.csv}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,市民課
-- a.csv --
職員,,所属,,ID情報,,
番号,氏名,コード,名称,利用者ID,登録日,状態
001,佐藤花子,0201,税務課,a1,R2.4.1,有効
002,鈴木一郎,0301,税務課,a2,R2.4.1,有効
-- b.csv --
User ID,Employee ID,Status
b1,001,Suspended: abuse
b2,002,Active: trial

-- expect exceptions of name-mismatch orphan-account department-mismatch --
department-mismatch  a  a2
-- expect issues --
-- expect summary --
systems[0].enabled == 2
systems[1].enabled == 1
