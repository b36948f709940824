# Comma, semicolon, tab, pipe
Found by counting, not by the file's name; a cell with the other delimiters in it does not confuse.

$ run

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: 一, owner: 税務課, source: comma.txt}
  - {name: 二, owner: 税務課, source: semicolon.csv}
  - {name: 三, owner: 税務課, source: tab.csv}
  - {name: 四, owner: 税務課, source: pipe.csv}
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- comma.txt --
利用者ID,職員番号,氏名
u1,001,佐藤花子
u2,002,鈴木一郎
-- semicolon.csv --
利用者ID;職員番号;備考
u1;001;a,b
u2;002;c|d
-- tab.csv --
利用者ID	職員番号	備考
u1	001	a,b
u2	002	c;d
-- pipe.csv --
利用者ID|職員番号|備考
u1|001|a,b
u2|002|c

-- expect exceptions --
-- expect issues --
-- expect summary --
systems[0].matched == 2
systems[1].matched == 2
systems[2].matched == 2
systems[3].matched == 2
