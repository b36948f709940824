# Which request decided a movement
policy.requests, from 31 days before the first run to the second. t3: removed as decided. t4: one request changed two
things. t6: two additions were decided, the earlier one counts. t7 has none: the only row is 40 days before the first run.
t2 was disabled by expiry, and a removal had been decided. t5 has a row of another system.

$ run --as-of 2026-02-28
$ run --as-of 2026-03-31
$ diff --format csv --lang en

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
policy: {requests: requests.csv}
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


-- requests.csv --
システム,利用者ID,申請区分,申請番号,決裁日
税務,t3,削除,R-3,2026-02-20
税務,Ｔ４,変更,R-4,2026-03-01
税務,t6,登録,R-62,2026-03-20
税務,t6,登録,R-61,2026-03-10
税務,t7,登録,R-7,2026-01-19
税務,t2,削除,R-2,2026-03-15
財務,t5,変更,R-5,2026-03-15

-- expect exactly stdout (utf-8-bom crlf) --
system,user_id,change,before,after,person_id,request_no
税務,t2,disabled,enabled,disabled,1002,R-2
税務,t3,removed,enabled,,1003,R-3
税務,t4,enabled,disabled,enabled,1004,R-4
税務,t4,re_roled,照会,"照会, 更新",1004,R-4
税務,t5,moved,1001,1002,1002,
税務,t6,added,,enabled,1004,R-61
税務,t7,added,,disabled,9999,
