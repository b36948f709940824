# One person_id, two names
Rows of one person_id whose names do not agree are two people of one number: an input issue. An account with that number belongs to
the one whose name agrees; without a name it is ambiguous.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
001,山本太郎,税務課
002,鈴木一郎,税務課
-- tax.csv --
利用者ID,職員番号,氏名
u1,001,佐藤花子
u2,001,山本太郎
u3,001,
u4,001,田中次郎

-- expect exceptions --
ambiguous-owner  税務  u3
ambiguous-owner  税務  u4
-- expect issues --
roster.csv:3 person-id-two-names
