# CRLF, LF, CR alone, mixed, none at the end
Every manner of ending a line gives the same rows and the same line numbers: line 3 has the broken number in all.

$ run

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: 一, owner: 税務課, source: lf.csv}
  - {name: 二, owner: 税務課, source: crlf.csv}
  - {name: 三, owner: 税務課, source: cr.csv}
  - {name: 四, owner: 税務課, source: mixed.csv}
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- lf.csv (cut) --
利用者ID,職員番号
u1,001
u3,9.9E+05
u2,002
-- crlf.csv (crlf cut) --
利用者ID,職員番号
u1,001
u3,9.9E+05
u2,002
-- cr.csv (cr cut) --
利用者ID,職員番号
u1,001
u3,9.9E+05
u2,002
-- mixed.csv (python) --
out.write("利用者ID,職員番号\r\nu1,001\nu3,9.9E+05\ru2,002".encode())

-- expect exceptions --
orphan-account  一  u3  line=3
orphan-account  二  u3  line=3
orphan-account  三  u3  line=3
orphan-account  四  u3  line=3
-- expect issues --
lf.csv:3 id-scientific
crlf.csv:3 id-scientific
cr.csv:3 id-scientific
mixed.csv:3 id-scientific
-- expect summary --
systems[0].rows_read == 3
systems[1].rows_read == 3
systems[2].rows_read == 3
systems[3].rows_read == 3
