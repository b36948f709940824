# A login after the last day
left_on 2026-01-31. A login on the last day itself, at any hour, is no exception; the next day is. The rule is marked † and judges
disabled accounts too (which are no leaver-account). Who left by the status word alone has no day to compare with. Who has not left
yet cannot have logged in after leaving.

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
職員番号,氏名,所属,在職状況,退職日
001,佐藤花子,税務課,退職,2026-01-31
002,鈴木一郎,税務課,退職,
003,高橋次郎,税務課,在職,

-- tax.csv --
利用者ID,職員番号,状態,最終ログイン日時
last_day,001,有効,2026-01-31 23:59:59
next_day,001,有効,2026-02-01 00:00:00
disabled,001,停止,2026-02-01 08:30
no_date,002,有効,2026-03-30
employed,003,有効,2026-03-30

-- expect exceptions --
leaver-login  税務  next_day  severity=critical person_id=001 evidence.left_on=2026-01-31 evidence.last_login_on=2026-02-01
leaver-login  税務  disabled  severity=critical
leaver-account  税務  last_day
leaver-account  税務  next_day
leaver-account  税務  no_date
-- expect issues --
