# Lists exported after the day asked for
An audit of 31 March run in May with lists of 1 May: as_of − exported_on is negative, and not old. A login after D is no reason for anything
but leaver-login, and 002 leaves only in August.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    exported_on: 2026-05-01

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,
002,鈴木一郎,税務課,2026-08-31

-- tax.csv --
利用者ID,職員番号,登録日,最終ログイン日,パスワード変更日
a,001,2026-04-10,2026-04-30,2026-04-10
b,002,2020-04-01,2026-04-30,2026-03-01

-- expect exceptions --
-- expect issues --
tax.csv: list-later
