# 8160 and its five companions
CP932's 8160 is U+FF5E on Windows and U+301C elsewhere; likewise ∥‖ －− ￠¢ ￡£ ￢¬. Names that differ only so are one name.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,春～夏,税務課
002,春∥夏,税務課
003,春－夏,税務課
004,春￠夏,税務課
005,春￡夏,税務課
006,春￢夏,税務課
-- tax.csv --
利用者ID,職員番号,氏名
u1,001,春〜夏
u2,002,春‖夏
u3,003,春−夏
u4,004,春¢夏
u5,005,春£夏
u6,006,春¬夏

-- expect exceptions --
-- expect issues --
