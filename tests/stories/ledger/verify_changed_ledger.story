# A ledger somebody changed
A state, a run's row: verify names run, table and row.

$ run --as-of 2026-02-28
$ run --as-of 2026-03-31
$ ! python3 -c "import sqlite3; c = sqlite3.connect('tenko.db'); c.execute('UPDATE block SET body = replace(body, \'[\"t4\"\', \'[\"t9\"\')'); c.execute('UPDATE run SET who = \'nobody\' WHERE run = 1'); c.commit()"
$ verify --format json --lang en
exit 1

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

-- expect stdout --
"ok": false
"runs": 2
"table": "state"
"what": "the row was changed after it was recorded"
"table": "run"
"row": "1"
"what": "the run's record does not fit its hash"
