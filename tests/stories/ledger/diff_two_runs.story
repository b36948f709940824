# What moved between two runs
Contract 7: start + added − removed = end. Expiry is judged: t2 ran out on 15 March, though its list says 有効 in both.
T1 is t1 in another spelling, and the roles of t2 stand in another order with another separator: no change. t4 was
switched on and got a role: two movements. t5 is somebody else's now. t7 came disabled, and nobody has that number.
The finance list did not change.

$ run --as-of 2026-02-28
$ run --as-of 2026-03-31
$ diff --lang en

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
from run 1 (as of 2026-02-28) to run 2 (as of 2026-03-31)
税務: 5 at the start + 2 added - 1 removed = 6 at the end; enabled 1, disabled 1, re-roled 1, moved 1
財務: 2 at the start + 0 added - 0 removed = 2 at the end; enabled 0, disabled 0, re-roled 0, moved 0
税務  t2  disabled: enabled -> disabled  (1002)
税務  t3  removed: enabled -> -  (1003)
税務  t4  enabled: disabled -> enabled  (1004)
税務  t4  re-roled: 照会 -> 照会, 更新  (1004)
税務  t5  moved: 1001 -> 1002  (1002)
税務  t6  added: - -> enabled  (1004)
税務  t7  added: - -> disabled
-- expect no stdout --
T1
財務  f1
