# People who knew the password and went
Raised where a member or the owner left, or was posted elsewhere, after the last change and not after D. The day of the change itself is
not after; a first posting (posted_on = hired_on) is an arrival, not a move; who goes only tomorrow has not gone. 002 left on
2026-03-10, 003 was posted on 2026-03-10, 004 was hired that day, 005 will be posted on 2026-04-01.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属,採用日,発令日,退職日
001,佐藤花子,税務課,2010-04-01,2020-04-01,
002,鈴木一郎,税務課,2010-04-01,2020-04-01,2026-03-10
003,高橋次郎,税務課,2010-04-01,2026-03-10,
004,田中三郎,税務課,2026-03-10,2026-03-10,
005,伊藤四郎,税務課,2010-04-01,2026-04-01,

-- tax.csv --
利用者ID,種別,管理責任者,利用者一覧,パスワード変更日,状態
left_after,共用,001,001;002,2026-03-09,有効
left_same_day,共用,001,002,2026-03-10,有効
moved_after,共用,001,003、004,2026-03-09,有効
moved_before,共用,001,003,2026-03-11,有効
hired,共用,001,004,2026-03-01,有効
owner_moved,共用,003,,2026-03-09,有効
future,共用,001,005,2026-03-30,有効
unknown_member,共用,001,999,2026-03-01,有効
service,サービス,003,002,2026-03-01,有効
disabled,共用,001,002,2026-03-01,停止

-- expect exceptions --
shared-password-after-move  税務  left_after  severity=high
shared-password-after-move  税務  moved_after
shared-password-after-move  税務  owner_moved
-- expect issues --
tax.csv:9 member-nobody 利用者一覧
