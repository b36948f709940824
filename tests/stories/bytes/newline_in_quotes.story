# Newlines within quotes
The row is one; the line in every message is the physical one: u2 stands on line 5, after a note of three lines.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv (crlf) --
利用者ID,職員番号,備考
u1,001,"一行目
二行目
三行目"
u9,902,"引用符 ""あり"", とカンマ"
u2,002,

-- expect exceptions --
orphan-account  税務  u9  line=5
-- expect issues --
-- expect summary --
systems[0].rows_read == 3
