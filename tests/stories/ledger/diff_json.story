# diff as JSON
The keys of the contract, word for word and in its order; nothing there is null. The runs are named by their days, in
another form than the ledger's; each means the run nearest to it.

$ run --as-of 2026-02-28
$ run --as-of 2026-03-31
$ diff R8.2.20 2026/4/1 --format json

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

-- expect exactly stdout --
{
  "from": {
    "run": 1,
    "as_of": "2026-02-28"
  },
  "to": {
    "run": 2,
    "as_of": "2026-03-31"
  },
  "systems": [
    {
      "name": "税務",
      "start": 5,
      "added": 2,
      "removed": 1,
      "enabled": 1,
      "disabled": 1,
      "re_roled": 1,
      "moved": 1,
      "end": 6
    },
    {
      "name": "財務",
      "start": 2,
      "added": 0,
      "removed": 0,
      "enabled": 0,
      "disabled": 0,
      "re_roled": 0,
      "moved": 0,
      "end": 2
    }
  ],
  "movements": [
    {
      "system": "税務",
      "user_id": "t2",
      "change": "disabled",
      "before": "enabled",
      "after": "disabled",
      "person_id": "1002",
      "request_no": null
    },
    {
      "system": "税務",
      "user_id": "t3",
      "change": "removed",
      "before": "enabled",
      "after": null,
      "person_id": "1003",
      "request_no": null
    },
    {
      "system": "税務",
      "user_id": "t4",
      "change": "enabled",
      "before": "disabled",
      "after": "enabled",
      "person_id": "1004",
      "request_no": null
    },
    {
      "system": "税務",
      "user_id": "t4",
      "change": "re_roled",
      "before": "照会",
      "after": "照会, 更新",
      "person_id": "1004",
      "request_no": null
    },
    {
      "system": "税務",
      "user_id": "t5",
      "change": "moved",
      "before": "1001",
      "after": "1002",
      "person_id": "1002",
      "request_no": null
    },
    {
      "system": "税務",
      "user_id": "t6",
      "change": "added",
      "before": null,
      "after": "enabled",
      "person_id": "1004",
      "request_no": null
    },
    {
      "system": "税務",
      "user_id": "t7",
      "change": "added",
      "before": null,
      "after": "disabled",
      "person_id": "9999",
      "request_no": null
    }
  ]
}
