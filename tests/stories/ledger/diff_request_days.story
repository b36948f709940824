# How long before a movement it may have been decided
request_days is 60 here, and 10 for 財務: the request of t7, 40 days before the first run, counts, that of f3, 12 days before it,
does not (the usual 31 would have it the other way round).

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
    request_days: 10
policy: {requests: requests.csv}
defaults: {request_days: 60}
safety: {max_shrink_percent: 100}

-- staff.csv --
職員番号,氏名,所属
1001,佐藤　花子,税務課
1002,鈴木　一郎,税務課

-- tax.csv --
利用者ID,職員番号,権限
t1,1001,照会

-- finance.csv --
利用者ID,職員番号,権限
f1,1002,起票

-- tax.csv (at run 2) --
利用者ID,職員番号,権限
t1,1001,照会
t7,1002,照会

-- finance.csv (at run 2) --
利用者ID,職員番号,権限
f1,1002,起票
f3,1001,起票

-- requests.csv --
システム,利用者ID,申請区分,申請番号,決裁日
税務,t7,登録,R-7,2026-01-19
財務,f3,登録,R-3,2026-02-16

-- expect exactly stdout (utf-8-bom crlf) --
system,user_id,change,before,after,person_id,request_no
税務,t7,added,,enabled,1002,R-7
財務,f3,added,,enabled,1001,
