# What one row leaves empty another says
Rows of one user ID are one account and an empty cell never wins: a kind that only the second row tells counts (u1 is shared), one that the first tells stays (u2). A date
that could not be read gives way to one that can be (u3), never to an empty cell (u4: nothing is known of its last login, so it is not called never used).

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋次郎,税務課
004,田中三郎,税務課

-- tax.csv --
利用者ID,職員番号,種別,最終ログイン日
u1,001,,2026-03-01
u1,001,共用,
u2,002,個人,2026-03-01
u2,002,共用,
u3,003,,2026-02-30
u3,003,,2025-01-31
u4,004,,2026-02-30
u4,004,,

-- expect exceptions --
dormant-account  税務  u3
-- expect issues --
tax.csv:5 account-differs 種別
tax.csv:6 date-impossible 最終ログイン日
tax.csv:8 date-impossible 最終ログイン日
-- expect summary --
systems[0].shared == 1
systems[0].accounts == 4
