# Headers that say on or off in words of their own
Databases and translations write whose state it is, one word for on or off, and an ending that says no more, in any order:
each system below has one such column (system l has two), and its second account is off. Also "Member Status", which begins like
"members". 削除予定 (planned) and "active directory" are no state.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: a, source: a.csv}
  - {name: b, source: b.csv}
  - {name: c, source: c.csv}
  - {name: d, source: d.csv}
  - {name: e, source: e.csv}
  - {name: f, source: f.csv}
  - {name: g, source: g.csv}
  - {name: h, source: h.csv}
  - {name: i, source: i.csv}
  - {name: j, source: j.csv}
  - {name: k, source: k.csv}
  - {name: l, source: l.csv}
  - {name: m, source: m.csv}

-- roster.csv --
職員番号,氏名
001,佐藤花子
-- a.csv --
ユーザー プリンシパル名,資格情報をブロックする
u1,False
u2,True
-- b.csv --
user_id,del_flg
u1,0
u2,1
-- c.csv --
user_id,Is_Locked_Out
u1,no
u2,yes
-- d.csv --
利用者ID,ログイン停止フラグ
u1,0
u2,1
-- e.csv --
利用者ID,利用可能FLG
u1,1
u2,0
-- f.csv --
user_id,Member Status
u1,active
u2,disabled
-- g.csv --
利用者ID,アカウントの有効化
u1,○
u2,×
-- h.csv --
利用者ID,ロックアウト状態
u1,
u2,ロック
-- i.csv --
user_id,valid_flg
u1,1
u2,0
-- j.csv --
user_id,lifecycleState
u1,active
u2,inactive
-- k.csv --
利用者ID,サインインがブロックされている
u1,いいえ
u2,はい
-- l.csv --
user_id,enable_flg,stop_flg
u1,1,0
u2,1,1
-- m.csv --
利用者ID,削除予定,active directory,ステータス
u1,1,no,有効
u2,,yes,停止

-- expect summary --
systems[0].enabled == 1
systems[0].accounts == 2
systems[1].enabled == 1
systems[1].accounts == 2
systems[2].enabled == 1
systems[2].accounts == 2
systems[3].enabled == 1
systems[3].accounts == 2
systems[4].enabled == 1
systems[4].accounts == 2
systems[5].enabled == 1
systems[5].accounts == 2
systems[6].enabled == 1
systems[6].accounts == 2
systems[7].enabled == 1
systems[7].accounts == 2
systems[8].enabled == 1
systems[8].accounts == 2
systems[9].enabled == 1
systems[9].accounts == 2
systems[10].enabled == 1
systems[10].accounts == 2
systems[11].enabled == 1
systems[11].accounts == 2
systems[12].enabled == 1
systems[12].accounts == 2
