# Latin letters beside kanji and half-width katakana
A課, Web担当, PC管理, Aｱ01, ABﾅ and ﾅA01 are Japanese: no issue, be they in a list of kanji or the only thing beyond ASCII in theirs.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: 一, owner: A課, source: one.csv}
  - {name: 二, owner: A課, source: two.csv}
  - {name: 三, owner: A課, source: three.csv}

-- roster.csv (cp932) --
職員番号,氏名,所属
001,髙橋花子,A課
002,鑓水Ken,B係
-- one.csv (cp932 crlf) --
利用者ID,職員番号,備考
u1,001,Web担当
u2,002,PC管理
-- two.csv (cp932) --
login,employee_id,department
u1,001,A課
u2,002,B係
-- three.csv (cp932) --
login,employee_id,note
Aｱ01,001,ABﾅ
ﾅA01,002,AﾅB

-- expect issues --
-- expect summary --
systems[0].encoding == "cp932"
systems[1].encoding == "cp932"
systems[2].encoding == "cp932"
-- expect no file issues.csv --
windows-1252
