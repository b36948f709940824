# Somebody with two posts is on leave if one row says so
Contract 3 unites the rows of one person; only leaving must stand in every row. The dates of a leave usually stand in the main
post's row alone.

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

-- roster.csv --
職員番号,氏名,所属,休職開始日,休職終了日
001,佐藤花子,税務課,2026-01-01,2026-12-31
001,佐藤花子,市民課,,

-- tax.csv --
利用者ID,職員番号,氏名,所属
u1,001,佐藤花子,市民課

-- expect exceptions --
leave-account  税務  u1  evidence.leave_from=2026-01-01
-- expect issues --
