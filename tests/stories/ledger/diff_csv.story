# diff as CSV
A list like all others: BOM, CRLF, spreadsheet-safe, Japanese heads. It has no room for the sums, which are said beside it.

$ run --as-of 2026-02-28
$ run --as-of 2026-03-31
$ diff 1 2 --format csv

-- tenko.yaml --
organization: みなと市
rosters:
  - name: 職員
    source: {path: staff.csv}
systems:
  - name: 税務
    owner: 税務課
    source: {path: tax.csv}
  - name: 財務
    source: {path: finance.csv}
safety: {max_shrink_percent: 100}

-- staff.csv --
職員番号,氏名,所属,退職日
1001,佐藤　花子,税務課,
1002,鈴木　一郎,税務課,
1003,高橋　京子,財政課,2026-02-15
1004,田中　実,財政課,

-- tax.csv --
利用者ID,職員番号,権限,状態,有効期限
t1,1001,照会,有効,
t2,1002,"照会,更新",有効,2026-03-15
t3,1003,照会,有効,
t4,1004,照会,停止,
t5,1001,照会,有効,

-- finance.csv --
利用者ID,職員番号,権限
f1,1003,起票
f2,1004,起票

-- tax.csv (at run 2) --
利用者ID,職員番号,権限,状態,有効期限
T1,1001,照会,有効,
t2,1002,"更新；照会",有効,2026-03-15
t4,1004,"照会,更新",有効,
t5,1002,照会,有効,
t6,1004,照会,有効,
t7,9999,照会,停止,

-- expect exactly stdout (utf-8-bom crlf) --
システム,利用者ID,異動,前,後,職員番号,申請番号
税務,t2,disabled,enabled,disabled,1002,
税務,t3,removed,enabled,,1003,
税務,t4,enabled,disabled,enabled,1004,
税務,t4,re_roled,照会,"照会, 更新",1004,
税務,t5,moved,1001,1002,1002,
税務,t6,added,,enabled,1004,
税務,t7,added,,disabled,9999,
-- expect stderr --
実行 1（基準日 2026-02-28）から実行 2（基準日 2026-03-31）まで
税務: 期首 5 + 登録 2 - 削除 1 = 期末 6／有効化 1、停止 1、権限変更 1、使用者変更 1
財務: 期首 2 + 登録 0 - 削除 0 = 期末 2
