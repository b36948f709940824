# On the last day nobody is a leaver yet
Contract 4: left_on < D; the last day still counts as employed. On 31 March the account of 佐藤, who leaves that day, is only
leaving-soon (D ≤ left_on).

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
001,佐藤花子,税務課,2026-03-31

-- tax.csv --
利用者ID,職員番号
u1,001

-- expect exceptions --
leaving-soon  税務  u1  severity=info person_id=001 evidence.left_on=2026-03-31 evidence.days=0
-- expect issues --
