# Who left and came back is no leaver
会計年度任用職員 end on 31 March and are appointed again on 1 April under the same number: two rows, and a person has left only if
every row has (contract 3). The login of 15 April is after the old last day but not after leaving.

$ run --as-of 2026-04-20

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属,採用日,退職日
001,佐藤花子,税務課,2025-04-01,2026-03-31
001,佐藤花子,税務課,2026-04-01,2027-03-31
002,鈴木一郎,税務課,2024-04-01,2025-03-31
002,鈴木一郎,税務課,2025-04-01,2026-03-31

-- tax.csv --
利用者ID,職員番号,最終ログイン日
u1,001,2026-04-15
u2,002,2026-03-31

-- expect exceptions --
leaver-account  税務  u2  evidence.left_on=2026-03-31 evidence.days=20
-- expect issues --
