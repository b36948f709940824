# Between two posts
The old appointment ended on 31 March, the next begins on 1 May. On 5 April: a person has left only if every row has (contract 3), and the second row has not,
so it is no leaver's account; he is not active either, so none is missing.

$ run --as-of 2026-04-05

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    required_for: {}

-- roster.csv --
職員番号,氏名,所属,採用日,退職日
001,佐藤花子,税務課,2025-04-01,2026-03-31
001,佐藤花子,税務課,2026-05-01,2027-03-31
002,鈴木一郎,税務課,2025-04-01,2026-03-31
002,鈴木一郎,税務課,2026-05-01,2027-03-31

-- tax.csv --
利用者ID,職員番号
a,001

-- expect exceptions --
-- expect issues --
