# Two 山田太郎
In one department: ambiguous. In two: the department decides. Without a department: nobody, never a guess by the name alone.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,山田太郎,税務課
002,山田太郎,市民課
003,中村和,税務課
004,中村和,税務課
-- tax.csv --
利用者ID,職員番号,氏名,所属
u1,,山田太郎,市民課
u2,,中村和,税務課
u3,,山田太郎,
u4,,山田太郎,税務課

-- expect exceptions --
ambiguous-owner  税務  u2
orphan-account  税務  u3
-- expect issues --
