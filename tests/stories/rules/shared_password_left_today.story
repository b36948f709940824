# Left is left, from the day after
left_on ≤ D is enough for the password: who leaves today will not come tomorrow, and the password was changed before. (BRIEF:
changed < left_on ≤ D.) A departed owner is also shared-no-owner, from tomorrow on.

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
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-03-31
002,鈴木一郎,税務課,2026-03-30

-- tax.csv --
利用者ID,種別,管理責任者,パスワード変更日
today,共用,001,2026-03-30
yesterday,共用,002,2026-03-01

-- expect exceptions --
shared-password-after-move  税務  today
shared-password-after-move  税務  yesterday
shared-no-owner  税務  yesterday
-- expect issues --
