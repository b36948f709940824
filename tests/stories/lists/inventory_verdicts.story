# Every account stands in the inventory, with what was found
Contract 6: holder, state, both departments (a code as its name), roles, dates and the verdict; 問題なし where nothing was raised. u9 is nobody's: the name is the
account's own. u2 expired yesterday. The user ID 007 keeps its zeros, one that a spreadsheet would run is disarmed.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
departments: {path: departments.csv}
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: "税/務", owner: 税務課, source: tax.csv}
  - {name: 税_務, owner: 税務課, source: empty.csv}
  - {name: 旧台帳, owner: 税務課, source: {connector: none}}

-- departments.csv --
部署コード,部署名
0201,税務課
0301,市民課

-- roster.csv --
職員番号,氏名,部署コード,退職日
001,佐藤花子,0201,
002,鈴木一郎,0301,
003,高橋次郎,0201,2026-01-31

-- tax.csv --
利用者ID,職員番号,氏名,部署コード,権限,状態,登録日,最終ログイン日,有効期限
007,001,佐藤花子,0201,照会;起票,有効,2020-04-01,2026-03-30,
u2,002,鈴木一郎,0201,,有効,,,2026-03-30
u3,003,高橋次郎,0201,照会,有効,2020-04-01,2026-01-30,
u9,900,架空太郎,,照会,有効,,,
=cmd,001,佐藤花子,0201,照会,停止,,,

-- empty.csv --
利用者ID,職員番号

-- expect file inventory/税_務.csv --
システム,利用者ID,種別,職員番号,氏名,在職状態,所属,登録上の所属,権限,有効,特権,登録日,最終ログイン日,パスワード変更日,有効期限,照合,判定,例外のID,ファイル,行
税/務,007,個人,001,佐藤花子,在職,税務課,税務課,"照会, 起票",はい,いいえ,2020年4月1日,2026年3月30日,,,職員番号,問題なし,,tax.csv,2
税/務,u2,個人,002,鈴木一郎,在職,市民課,税務課,,いいえ,いいえ,,,,2026年3月30日,職員番号,問題なし,,tax.csv,3
税/務,u3,個人,003,高橋次郎,退職,税務課,税務課,照会,はい,いいえ,2020年4月1日,2026年1月30日,,,職員番号,退職者のアカウント,x
税/務,u9,個人,900,架空太郎,,,,照会,はい,いいえ,,,,,,使用者不明のアカウント
税/務,'=cmd,個人,001,佐藤花子,在職,税務課,税務課,照会,いいえ,
-- expect file inventory/税_務-2.csv --
システム,利用者ID
-- expect no file inventory/税_務-2.csv --
001
-- expect file manifest.json --
"税/務": "inventory/税_務.csv"
"税_務": "inventory/税_務-2.csv"
-- expect no file manifest.json --
inventory/旧台帳
