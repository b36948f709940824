# ="001" is 001
Written by systems that know Excel, once or quoted a second time, or as =T("001"). Inside it an E+ is as typed.

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
1E+05,高橋三郎,税務課
003,田中四郎,税務課
-- tax.csv --
利用者ID,職員番号
u1,="001"
u2,"=""002"""
u3,"=T(""003"")"
u9,"=""903"""

-- expect exceptions --
orphan-account  税務  u9
-- expect some issues --
roster.csv:4 id-scientific
