# Nobody knows when the password was changed
An empty password_changed_on is stale, and the initial password (contract 5). "After the change" cannot be said of it, so shared-password-after-move needs the date; where the list has no such column
both are not evaluated.

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
  - {name: 福祉, owner: 税務課, source: welfare.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,
002,鈴木一郎,税務課,2026-01-31

-- tax.csv --
利用者ID,種別,管理責任者,利用者一覧,パスワード変更日
k1,共用,001,002,

-- welfare.csv --
利用者ID,種別,管理責任者,利用者一覧
k1,共用,001,002

-- expect exceptions --
shared-password-stale  税務  k1
initial-password  税務  k1
-- expect issues --
-- expect file systems.csv --
shared-password-stale: the list has no last change of the password
shared-password-after-move: the list has no last change of the password
