# Lists of Europe's that are taken for CP932
auto chooses between UTF-8 and CP932 only. As CP932 Lefèvre is Lef钁re and Bär is B舐, kanji like any others: one issue of each
source says so, however few the names are, and with the encoding set there is none. (ö before m is a gaiji, and said besides.)

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: staff, source: roster.csv}]
systems:
  - {name: 一, owner: IT, source: one.csv}
  - {name: 二, owner: IT, source: two.csv}
  - {name: 三, owner: IT, source: {path: three.csv, encoding: windows-1252}}
  - {name: 四, owner: IT, source: {path: four.csv, encoding: latin1}}

-- roster.csv --
employee_id,name,department
001,Chloé Lefèvre,IT
002,Anna Ångström,IT
-- one.csv (windows-1252 crlf) --
login,employee_id,name
u1,001,Chloe Lefèvre
u2,002,Anna Angstrom
-- two.csv (windows-1252) --
login;employee_id;name
u1;001;Chloe Lefevre
u2;002;Anna ångström
-- three.csv (windows-1252 crlf) --
login,employee_id,name
u1,001,Chloé Lefèvre
u2,002,Anna Ångström
-- four.csv (windows-1252) --
login,employee_id,name
u1,001,Chloé Lefèvre
u2,002,Anna Ångström

-- expect issues --
one.csv: csv-looks-latin
two.csv: csv-looks-latin
two.csv:3 csv-private-use name
-- expect file issues.csv --
windows-1252
-- expect summary --
systems[0].encoding == "cp932"
systems[2].encoding == "windows-1252"
systems[3].encoding == "windows-1252"
systems[2].matched == 2
systems[3].matched == 2
