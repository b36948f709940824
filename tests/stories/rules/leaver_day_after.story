# A leaver is a leaver on the day after the last day
佐藤 left on 2026-03-31: on 1 April the account is a leaver's (days 1). Contract 4: the last day still counts as employed.

$ run --as-of 2026-04-01

-- tenko.yaml --
organization: 試験市
rosters:
  - name: 職員
    source: {connector: csv, path: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: {connector: csv, path: tax.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-03-31
002,鈴木一郎,税務課,

-- tax.csv --
利用者ID,職員番号,氏名
u1,001,佐藤花子
u2,002,鈴木一郎

-- expect exceptions --
leaver-account  税務  u1  person_id=001 matched_by=person_id evidence.left_on=2026-03-31 evidence.days=1 line=2
-- expect issues --
