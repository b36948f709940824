# Leaving within leaving_soon_days
D ≤ left_on ≤ D + 30 by default: 30 April is 30 days after 31 March, 1 May is 31. The second system says 0: only today. Disabled
accounts need no preparation.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
  - {name: 福祉, owner: 税務課, source: tax.csv, leaving_soon_days: 0}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-03-31
002,鈴木一郎,税務課,2026-04-30
003,高橋次郎,税務課,2026-05-01
004,田中三郎,税務課,9999-12-31
005,伊藤四郎,税務課,2026-04-10

-- tax.csv --
利用者ID,職員番号,状態
today,001,有効
in_30,002,有効
in_31,003,有効
never,004,有効
disabled,005,停止

-- expect exceptions --
leaving-soon  税務  today  evidence.days=0
leaving-soon  税務  in_30  evidence.days=30
leaving-soon  福祉  today
-- expect issues --
tax.csv: list-twice
