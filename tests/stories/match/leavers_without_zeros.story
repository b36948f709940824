# A leavers list that a spreadsheet has been at
It has 2 where the staff list has 002: the same person where no other number resembles it (contract 3). 003 and 0003 both exist: 3 is neither.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-03-31
rosters:
  - {name: 職員, source: staff.csv}
  - {name: 退職者, kind: leavers, source: left.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}

-- staff.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
003,高橋三郎,税務課
0003,田中四郎,税務課

-- left.csv --
職員番号,氏名,退職日
2,鈴木一郎,2026-02-28
3,伊藤五郎,2026-02-28

-- tax.csv --
利用者ID,職員番号
u1,001
u2,002
u3,003

-- expect exceptions --
leaver-account  税務  u2
roster-contradiction  職員  002
