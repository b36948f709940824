# Headers of two rows, as merged cells leave them
A title of several columns stands above the first of them only, one of both rows in the upper row only. An item that means enough alone stands for itself
(利用者ID below アカウント), else with its title (退職 over 年月日); `columns` may name an item or both. A first entry with a key is no
header, nor is a preamble.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters: [{name: 職員, source: staff.csv}, {name: 委託, source: others.xlsx}]
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}
  - {name: 福祉, owner: 税務課, source: welfare.csv, columns: {last_login_on: 利用状況 直近}}
  - {name: 一行, owner: 税務課, source: plain.csv}

-- staff.csv --
職員番号,氏名,,所属,退職
,姓,名,,年月日
001,佐藤,花子,税務課,
002,鈴木,一郎,税務課,2026-01-31
-- others.xlsx (xlsx) --
受託者名簿

職員番号,氏名,期間,
,,採用日,退職日
901,高橋次郎,#45748:yyyy/m/d,#46000:yyyy/m/d
-- tax.csv --
職員番号,アカウント,,最終ログイン日
,利用者ID,権限,
001,u1,照会,2026-03-30
002,u2,更新,2026-01-30
901,u3,更新,2025-12-01
-- welfare.csv --
利用者ID,職員番号,利用状況,
,,開始,直近
w1,001,2020-04-01,2026-03-30
w2,002,2020-04-01,2026-02-01
-- plain.csv --
利用者ID,職員番号,備考,予備
p1,001,権限,状態
p2,002,,

-- expect exceptions of leaver-account leaver-login orphan-account --
leaver-account  税務  u2
leaver-account  税務  u3
leaver-account  福祉  w2
leaver-login  福祉  w2
leaver-account  一行  p2
-- expect summary --
rosters[0].rows_read == 2
rosters[1].accepted == 1
systems[0].accepted == 3
systems[1].accepted == 2
systems[2].accepted == 2
