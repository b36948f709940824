# Two 山田太郎
In one department: several fit, ambiguous, also where one of them has left, since nobody can tell. In two departments the department tells them
apart. Somebody's former name counts as his name.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,旧姓,所属,退職日
001,山田太郎,,税務課,2026-01-31
002,山田太郎,,税務課,
003,山田太郎,,市民課,2026-01-31
004,伊藤和子,加藤和子,税務課,
005,加藤和子,,税務課,

-- tax.csv --
利用者ID,氏名,所属
both,山田太郎,税務課
one,山田太郎,市民課
former,加藤和子,税務課

-- expect exceptions --
ambiguous-owner  税務  both  severity=medium
ambiguous-owner  税務  former
leaver-account  税務  one  person_id=003
-- expect issues --
