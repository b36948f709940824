# A cancelled seat is no seat
It is not assigned, not a leaver's, not unused, not a duplicate and not over the quantity. An unknown status word is an input issue, and the seat counts.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
licenses:
  - name: テレワーク
    source: telework.csv
    quantity: 2
    values: {status: {cancelled: [おしまい]}}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31
002,鈴木一郎,税務課,
003,高橋次郎,税務課,

-- telework.csv --
職員番号,状態,最終利用日
001,解約,
002,利用中,2026-03-01
002,cancelled,
999,おしまい,
003,なぞ,2026-03-01

-- expect exceptions --
-- expect issues --
telework.csv:6 word-unknown 状態
-- expect summary --
licenses[0].assigned == 2
licenses[0].unassigned == 0
licenses[0].rows_read == 5
licenses[0].accepted == 5
