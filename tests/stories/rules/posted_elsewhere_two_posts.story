# Moved, with two posts
posted_on is the date of the present posting: the newest one not after D. 001's second post began on 2026-03-10, after the password was changed on 2026-03-01; 002's move
of 1 April stands in the roster already, and has not happened. 999 is in no roster: an issue.

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
職員番号,氏名,所属,採用日,発令日
001,佐藤花子,税務課,2010-04-01,2020-04-01
001,佐藤花子,市民課,2010-04-01,2026-03-10
002,鈴木一郎,税務課,2010-04-01,2020-04-01
002,鈴木一郎,市民課,2010-04-01,2026-04-01

-- tax.csv --
利用者ID,種別,管理責任者,利用者一覧,パスワード変更日
k1,共用,001,,2026-03-01
k2,共用,002,"2,999",2026-03-01
k3,共用,002,1,2026-03-01

-- expect exceptions --
shared-password-after-move  税務  k1
shared-password-after-move  税務  k3
-- expect issues --
tax.csv:3 member-nobody 利用者一覧
