# A totals row may count in 件 or 名
People close a list with 合計 and a number with its counter: no account. An account that is called 計 keeps its row,
because a name stands beside it.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-03-31
rosters:
  - name: 職員
    source: {connector: csv, path: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: {connector: csv, path: tax.csv}
  - name: 財務
    owner: 税務課
    source: {connector: csv, path: finance.csv}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,氏名
u1,001,佐藤花子
合計,"1,071件",

-- finance.csv --
利用者ID,職員番号,氏名
計,001,佐藤花子
計,71名,

-- expect exceptions --
-- expect issues --
tax.csv:3 row-is-total
finance.csv:3 row-is-total
