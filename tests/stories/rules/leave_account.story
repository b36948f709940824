# Who is on leave today
leave_from ≤ D ≤ leave_to, with open ends; the word alone where there are no dates. Both borders count as leave, the day before
the beginning and the day after the end do not (contract 4).

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
職員番号,氏名,所属,在職状況,休職開始日,休職終了日
001,佐藤花子,税務課,,2026-03-31,2026-06-30
002,鈴木一郎,税務課,,2026-01-01,2026-03-31
003,高橋次郎,税務課,,2026-01-01,
004,田中三郎,税務課,休職,,
005,伊藤四郎,税務課,,2026-04-01,
006,渡辺五郎,税務課,,2025-10-01,2026-03-30

-- tax.csv --
利用者ID,職員番号
begins_today,001
ends_today,002
open,003
word,004
begins_tomorrow,005
ended_yesterday,006

-- expect exceptions --
leave-account  税務  begins_today  severity=medium
leave-account  税務  ends_today
leave-account  税務  open
leave-account  税務  word
-- expect issues --
