# Name order, parts and dots
Contract 3: for names in Latin letters either order is the same name; a name may come in parts, family first. A middle dot is a space.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,Taro Yamada,税務課
002,佐藤花子,税務課
003,ジョン・スミス,税務課
-- tax.csv --
利用者ID,職員番号,姓,名
u1,001,YAMADA,Taro
u2,002,佐藤,花子
u3,003,ジョン,スミス

-- expect exceptions --
-- expect issues --
