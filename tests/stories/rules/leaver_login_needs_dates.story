# Leaving by the word alone
The roster has a status column and no left_on: leaver-account is evaluated, leaver-login, leaving-soon and disabled-retained have no dates to work with and
say so.

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    retain_days: 0

-- roster.csv --
職員番号,氏名,所属,在職状況
001,佐藤花子,税務課,退職

-- tax.csv --
利用者ID,職員番号,最終ログイン日,状態
a,001,2026-03-30,有効
b,001,2026-03-30,停止

-- expect exceptions --
leaver-account  税務  a
-- expect issues --
-- expect file systems.csv --
leaver-login: no roster has last day of employment
leaving-soon: no roster has last day of employment
disabled-retained: no roster has last day of employment
