# One list in the encodings of other countries
None of them is guessed; each is read as it is set, under any of its names. The same people hold the same accounts in all of them, by
their names: nothing is raised.

$ run

-- tenko.yaml --
as_of: 2026-04-01
match: {accept: name}
rosters: [{name: staff, source: roster.csv}]
systems:
  - {name: A, owner: IT, source: {path: a.csv, encoding: windows-1250}}
  - {name: B, owner: IT, source: {path: b.csv, encoding: latin2}}
  - {name: C, owner: IT, source: {path: c.csv, encoding: windows-1251}}
  - {name: D, owner: IT, source: {path: d.csv, encoding: ISO-8859-15}}
  - {name: E, owner: IT, source: {path: e.csv, encoding: gbk}}
  - {name: F, owner: IT, source: {path: f.csv, encoding: Big5}}
  - {name: G, owner: IT, source: {path: g.csv, encoding: euc-kr}}
  - {name: H, owner: IT, source: {path: h.csv, encoding: jis}}

-- roster.csv --
employee_id,name,department
1,Kołodziej Stanisław,IT
2,Иванов Пётр,IT
3,Lefèvre Cœur,IT
4,张伟,IT
5,許功蓋,IT
6,김철수,IT
7,山田太郎,IT

-- a.csv (windows-1250 crlf) --
user_id,name,note
u1,Kołodziej Stanisław,„x”
-- b.csv (iso-8859-2) --
user_id;name;note
u1;Kołodziej Stanisław;š
-- c.csv (windows-1251 crlf) --
user_id,name,note
u2,Иванов Пётр,№ 1
-- d.csv (iso-8859-15) --
user_id,name,note
u3,Lefèvre Cœur,5 €
-- e.csv (gb18030) --
user_id|name|note
u4|张伟|㐀
-- f.csv (big5) --
user_id|name|note
u5|許功蓋|a
-- g.csv (euc-kr) --
user_id,name,note
u6,김철수,a
-- h.csv (iso-2022-jp crlf) --
利用者ID,氏名,備考
u7,山田太郎,"一、二, 三"

-- expect exceptions --
-- expect issues --
-- expect summary --
systems[0].matched == 1
systems[1].matched == 1
systems[2].matched == 1
systems[3].matched == 1
systems[4].matched == 1
systems[5].matched == 1
systems[6].matched == 1
systems[7].matched == 1
systems[5].encoding == "big5"
systems[7].encoding == "iso-2022-jp"
