# Rows of one user ID that say something else
Names in parts are compared joined, and said once; members by who they are, in any order; days once their order is known: 3/4/2026 is 3 April, proven by 31/3/2026. What
is empty says nothing. Roles and addresses are united.

$ run --as-of 2026-04-30 --no-ledger

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: A, owner: 税務課, source: a.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
-- a.csv --
利用者ID,職員番号,姓,名,セイ,メイ,members,登録日,最終ログイン日,権限,多要素認証,区分
u1,001,佐藤,花子,サトウ,ハナコ,001;002,31/3/2026,,r1,○,個人
u1,001,佐藤,華子,サトウ,ハナコ,002;001,31/3/2026,3/4/2026,r2,○,個人
u2,001,佐藤,花子,サトウ,,001;002,3/4/2026,3/4/2026,r1,○,個人
u2,001,,,,ハナコ,001,4/4/2026,,r1,,
u3,001,佐藤,花子,,,,3/4/2026,,,,個人
u3,001,佐藤,花子,サトー,,,2026-04-03,2026-04-01,,×,共用
u4,001,佐藤,花子,,,001;002,,,,,
u4,001,佐藤,花子,,,,,,,,
u5,001,佐藤,花子,,,,,,,,
u5,001,佐藤,花子,,,002,,,,,

-- expect issues --
a.csv:3 account-differs 姓
a.csv:5 account-differs members
a.csv:5 account-differs セイ
a.csv:5 account-differs 登録日
a.csv:7 account-differs 区分
