# Numbers that are dates where the whole column is such
Era numbers (3 昭和, 4 平成, 5 令和), seconds since 1970 and IBM i's hundreds of years (1260331) are read where nothing but such numbers and nones
stands in the column; beside dates of other forms they are unknown, and said.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}
  - {name: 汎用機, owner: 税務課, source: host.csv}
  - {name: 混在, owner: 税務課, source: mixed.csv}

-- roster.csv --
職員番号,氏名,所属,採用日,退職日
01,甲,税務課,3600401,5080310
02,乙,税務課,4250401,0000000
03,丙,税務課,5030401,9999999
04,丁,税務課,4310501,5070229
-- tax.csv --
利用者ID,職員番号,登録日時,最終ログイン日時
u1,01,1585699200,1773100800123
u2,02,1585699200,0
u3,03,1585699200,1774915200000
u4,04,1585699200,1735689600000
-- host.csv --
利用者ID,職員番号,登録日,最終ログイン日
h2,02,1200401,1251231
h3,03,0991231,1260330
h4,04,1000101,0
h5,03,1200401,9999999
-- mixed.csv --
利用者ID,職員番号,登録日,最終ログイン日
m2,02,2020-04-01,1735689600
m3,03,2020-04-01,2026-03-30
m4,04,2020-04-01,5080330

-- expect exceptions --
leaver-account  税務  u1  evidence.left_on=2026-03-10
never-used-account  税務  u2
dormant-account  税務  u4  evidence.last_login_on=2025-01-01
dormant-account  汎用機  h2  evidence.last_login_on=2025-12-31
duplicate-account  汎用機  h3
duplicate-account  汎用機  h5
never-used-account  汎用機  h4
never-used-account  汎用機  h5
-- expect issues --
roster.csv:5 date-out-of-era 採用日
roster.csv:5 date-impossible 退職日
mixed.csv:2 date-mixed 最終ログイン日
mixed.csv:4 date-mixed 最終ログイン日
