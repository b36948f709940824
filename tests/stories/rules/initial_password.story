# The first password
password_changed_on known, and empty or = created_on; created more than 30 days ago, or at an unknown date. Personal accounts
only. 2026-03-01 is 30 days before 2026-03-31. The second system says 0 days.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
  - {name: 福祉, owner: 税務課, source: welfare.csv, initial_password_days: 0}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課
004,田中三郎,税務課
005,伊藤四郎,税務課
006,渡辺五郎,税務課

-- tax.csv --
利用者ID,職員番号,種別,管理責任者,登録日,パスワード変更日
d30,001,個人,,2026-03-01,
d31_empty,002,個人,,2026-02-28,
d31_same,003,個人,,2026-02-28,2026-02-28 17:00
changed,004,個人,,2026-02-28,2026-03-01
unknown,005,個人,,,
no_creation,006,個人,,,2020-04-01
external,001,外部,,2020-04-01,
service,,サービス,001,2020-04-01,

-- welfare.csv --
利用者ID,職員番号,登録日,パスワード変更日
d0,001,2026-03-31,
d1,002,2026-03-30,

-- expect exceptions --
initial-password  税務  d31_empty  severity=medium evidence.days=31
initial-password  税務  d31_same
initial-password  税務  unknown
initial-password  福祉  d1
-- expect issues --
