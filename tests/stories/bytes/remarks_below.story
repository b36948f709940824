# Remarks and counts below a list are no accounts
What stands alone behind ※, and a count with its word, are rejected and named; an account that is called so has other cells.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}

-- roster.csv --
①職員番号,②氏名,③所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,氏名,職員番号,状態
u1,佐藤花子,001,有効
※仮,仮の利用者,,有効
※停止者を含む,,,
出力件数：2件,,,
合計　2,,,

-- expect exceptions --
orphan-account  税務  ※仮
-- expect issues --
tax.csv:4 row-is-remark 利用者ID
tax.csv:5 row-is-total 利用者ID
tax.csv:6 row-is-total 利用者ID
-- expect summary --
systems[0].accepted == 2
systems[0].rejected == 3
