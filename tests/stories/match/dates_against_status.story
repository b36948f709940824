# Dates win over the status word
Left by the date though the word says employed, not yet left though the word says left: the dates decide, and each conflict is an input issue (contract 4). The last
day itself is no conflict for who is still at work.

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
職員番号,氏名,所属,在職状況,退職日,休職開始日,休職終了日
001,佐藤花子,税務課,在職,2026-03-30,,
002,鈴木一郎,税務課,退職,2026-12-31,,
003,高橋次郎,税務課,在職,2026-03-31,,
004,田中三郎,税務課,休職,,2025-01-01,2026-03-30
005,伊藤四郎,税務課,在職,,2026-01-01,

-- tax.csv --
利用者ID,職員番号
a,001
b,002
c,003
d,004
e,005

-- expect exceptions --
leaver-account  税務  a
leaving-soon  税務  c
leave-account  税務  e
-- expect issues --
roster.csv:2 status-active-but
roster.csv:3 status-left-but
roster.csv:5 status-leave-but
roster.csv:6 status-active-but
