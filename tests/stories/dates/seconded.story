# 出向, 再任用
Seconded staff stay in the roster and are employed; so are those appointed again after retirement.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,在職状況
001,甲,税務課,出向
002,乙,税務課,再任用
003,丙,税務課,在職
-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect exceptions --
-- expect issues --
