# A leaver by the word alone
Contract 4: status left and no left_on is left. There is no date, so no days can be told.

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
001,佐藤花子,税務課,退職,
002,鈴木一郎,税務課,在職,

-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect exceptions --
leaver-account  税務  u1  evidence.left_on= evidence.days=
-- expect issues --
