# A day years from every date
2062 for 2026: everybody would be dormant, so the day is said to be far from the nearest date of the lists.

$ run --no-ledger

-- tenko.yaml --
as_of: 2062-03-31
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
-- roster.csv --
職員番号,氏名,所属,採用日
001,佐藤花子,税務課,2010-04-01
002,鈴木一郎,税務課,2011-04-01
003,高橋次郎,税務課,2012-04-01
-- tax.csv --
利用者ID,職員番号,最終ログイン日
u1,001,2026-03-30
u2,002,2026-03-29
u3,003,2026-03-28

-- expect issues --
roster.csv: day-far
-- expect file issues.csv --
2026-03-30
as_of
