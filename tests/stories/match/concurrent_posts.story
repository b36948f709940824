# Concurrent posts
兼務: two rows of one number are one person; departments are united. One post ended, the other goes on: not left. Every post ended: left, on the last of the days.

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
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31
001,佐藤花子,市民課,
002,鈴木一郎,税務課,2026-02-28
002,鈴木一郎,市民課,2026-01-31

-- tax.csv --
利用者ID,職員番号,所属
a,001,市民課
b,002,市民課

-- expect exceptions --
leaver-account  税務  b  evidence.left_on=2026-02-28 evidence.days=31
-- expect issues --
-- expect summary --
rosters[0].rows_read == 4
rosters[0].people == 2
