# The header says the zone of the times, or the era of the years
"Last Login (UTC)" is what Zoom and Microsoft write: 23:30 is the next morning in Japan, after the last day of 002. A form that says
（令和） above a column leaves it out of the cells: 8.3.30 is 2026-03-30, and nobody was asked for a hundred years. A date without a time is
its day, a zone or an era in the cell wins, and a word that only has the letters in it (outcome) is no zone.

$ run --no-ledger --lang en

-- tenko.yaml --
as_of: 2026-03-31
timezone: Asia/Tokyo
rosters: [{name: staff, source: roster.csv}]
systems:
  - {name: a, source: a.csv}
  - {name: b, source: b.csv}
  - {name: c, source: c.csv}

-- roster.csv --
職員番号,氏名,採用年月日（昭和・平成・令和）,退職年月日（令和）
001,佐藤花子,H20.4.1,
002,鈴木一郎,H20.4.1,8.3.30
003,高橋三郎,S63.4.1,80330
-- a.csv --
User,Employee ID,Last Login(UTC),Created (UTC+9),Outcome date
a1,001,2026-03-30 14:59:59,2020-04-01 00:30:00,x
a2,002,2026-03-30 15:00:00,2020-04-01,x
a3,003,"Mar 30, 2026 11:30 PM",2020/04/01,x
-- b.csv --
利用者ID,職員番号,最終ログイン日時（日本時間）,登録日（令和）
b1,001,2026/03/30 23:30,2.4.1
b2,002,2026/03/30 23:30,元.5.1
b3,003,2026-03-30T15:00:00Z,平成31.4.1
-- c.csv --
利用者ID,職員番号,最終ログイン日（令和）
c1,001,8/3/30
c2,002,080331
c3,003,8.2.29

-- expect exceptions of leaver-login --
leaver-login  a  a2
leaver-login  a  a3
leaver-login  b  b3
leaver-login  c  c2
-- expect issues --
c.csv:4 date-impossible 最終ログイン日（令和）
-- expect file inventory/a.csv --
2020-04-01,2026-03-30
2020-04-01,2026-03-31
-- expect file inventory/b.csv --
2020-04-01,2026-03-30
2019-05-01,2026-03-30
2019-04-01,2026-03-31
-- expect file inventory/c.csv --
2026-03-30
2026-03-31
