# Never used, and old enough to say so
last_login_on is a known field and empty; created more than never_used_days (30) ago, or at an unknown date. 2026-03-01 is 30 days before
2026-03-31, 2026-02-28 is 31. All kinds. Who never logged in is not dormant, and the other way round.

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
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課
004,田中三郎,税務課

-- tax.csv --
利用者ID,職員番号,種別,管理責任者,登録日,最終ログイン日
d30,001,個人,,2026-03-01,
d31,002,個人,,2026-02-28,
unknown,003,個人,,,-
used,004,個人,,2020-04-01,2026-03-01
shared,,共用,001,2025-04-01,
service,,サービス,001,2025-04-01,0000-00-00
external,001,外部,,2025-04-01,

-- expect exceptions --
never-used-account  税務  d31  severity=medium evidence.days=31
never-used-account  税務  unknown  evidence.days=
never-used-account  税務  shared
never-used-account  税務  service
never-used-account  税務  external
-- expect issues --
tax.csv: most-without-login 最終ログイン日
