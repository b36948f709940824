# A leavers list beside the staff list
A row of a leavers list ends what began by its leaving date, whatever the staff list says, and the disagreement is raised with the staff list as target. Hired or
posted again after it: a return, and no contradiction. The earlier of two dates counts, whichever list has it (007: a disagreement; 008: none),
and a list that knows no date takes none away (009); somebody only on the leavers list is a person like others; a date ahead is
no leaver yet.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-10
rosters:
  - {name: 職員, source: staff.csv}
  - {name: 退職者, kind: leavers, source: leavers.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}

-- staff.csv --
職員番号,氏名,所属,状態,採用日,退職日
001,佐藤花子,税務課,在職,2010-04-01,
002,鈴木一郎,税務課,在職,2026-04-01,
003,高橋次郎,税務課,退職,2010-04-01,2026-03-31
004,田中三郎,税務課,在職,2010-04-01,
006,伊藤五郎,税務課,在職,,
007,山本六郎,税務課,退職,2010-04-01,2026-02-28
008,中村七郎,税務課,退職,2010-04-01,2026-02-28
009,小林八郎,税務課,退職,2010-04-01,2026-02-28

-- leavers.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-03-31
002,鈴木一郎,税務課,2026-03-31
003,高橋次郎,税務課,2026-02-28
004,田中三郎,税務課,2026-04-30
005,渡辺四郎,市民課,2025-12-31
006,伊藤五郎,税務課,
007,山本六郎,税務課,2026-04-30
008,中村七郎,税務課,2026-03-31
009,小林八郎,税務課,

-- tax.csv --
利用者ID,職員番号,氏名
a,001,佐藤花子
b,002,鈴木一郎
c,003,高橋次郎
d,004,田中三郎
e,005,渡辺四郎
f,006,伊藤五郎
g,007,山本六郎
h,008,中村七郎
i,009,小林八郎

-- expect exceptions --
leaver-account  税務  a  evidence.left_on=2026-03-31
leaver-account  税務  c  evidence.left_on=2026-02-28
leaver-account  税務  e  evidence.left_on=2025-12-31
leaver-account  税務  f
leaver-account  税務  g  evidence.left_on=2026-02-28
leaver-account  税務  h  evidence.left_on=2026-02-28
leaver-account  税務  i  evidence.left_on=2026-02-28
leaving-soon  税務  d
roster-contradiction  職員  001  severity=medium
roster-contradiction  職員  006
roster-contradiction  職員  007
