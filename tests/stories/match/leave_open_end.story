# Leave without an end, leave and leaving
leave_from alone lasts on (contract 4: open end). An end without a beginning says nothing by itself, but does not contradict the word 休職. Who is
on leave and left is left. A leave that begins tomorrow is none yet.

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
職員番号,氏名,所属,休職開始日,休職終了日,退職日,在職状況
001,佐藤花子,税務課,2020-01-01,,,
002,鈴木一郎,税務課,,2026-03-31,,
003,高橋次郎,税務課,2026-01-01,2027-03-31,2026-03-30,
004,田中三郎,税務課,2026-04-01,,,
005,伊藤四郎,税務課,2026-01-01,9999-12-31,,
006,渡辺五郎,税務課,,2026-03-31,,休職

-- tax.csv --
利用者ID,職員番号
a,001
b,002
c,003
d,004
e,005
f,006

-- expect exceptions --
leave-account  税務  a
leave-account  税務  e
leave-account  税務  f
leaver-account  税務  c
-- expect issues --
