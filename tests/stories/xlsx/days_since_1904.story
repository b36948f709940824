# Workbooks that count days from 1904
As Excel for the Mac made them: 44650 is 2026-03-31 in them, with a format that says date (era formats too) and without one. A number in a column
that is no date stays what it is: 44650 is an ID. 0 is the zero point, so none.

$ run --as-of 2026-04-01 --no-ledger

-- tenko.yaml --
rosters: [{name: 職員, source: staff.xlsx}]
systems: [{name: 税務, owner: 税務課, source: tax.xlsx}]

-- staff.xlsx (xlsx) --
== 職員 1904 ==
職員番号,氏名,所属,採用日,退職日
#44650,佐藤花子,税務課,#38807:yyyy/m/d,
#44651,鈴木一郎,税務課,#38807,#44650
#44652,高橋次郎,税務課,#38807:ggge"年"m"月"d"日",#44650:[$-411]ge.m.d
#44653,田中三郎,税務課,#38807,#44651
-- tax.xlsx (xlsx) --
== 一覧 1904 ==
利用者ID,職員番号,登録日,最終ログイン日
u1,#44650,#38807,#0
u2,#44651,#38807,#44650.5
u3,#44652,#38807,#44651
u4,#44653,#38807,#44651:[$-ja-JP-x-gannen]ggge"年"m"月"d"日"

-- expect exceptions of leaver-account leaver-login never-used-account --
leaver-account  税務  u2  evidence.left_on=2026-03-31
leaver-account  税務  u3  evidence.left_on=2026-03-31
leaver-login  税務  u3
never-used-account  税務  u1
