# Another name in two columns, of which one may be empty
A preferred last name alone goes with the given name, a preferred first name alone with the family name: 山田 of 青木春奈 is 山田春奈. Both empty is no other name.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: A, owner: 税務課, source: a.csv}]

-- roster.csv --
職員番号,姓,名,通称姓,通称名名,所属
001,青木,春奈,山田,,税務課
002,佐藤,花子,,華,税務課
003,鈴木,一郎,鈴村,市郎,税務課
004,高橋,次郎,,,税務課

-- a.csv --
利用者ID,職員番号,氏名
u1,001,山田春奈
u2,002,佐藤華
u3,003,鈴村市郎
u4,003,鈴木一郎
u5,004,高橋三郎
u6,002,華花子

-- expect exceptions of name-mismatch --
name-mismatch  A  u5
name-mismatch  A  u6
