# Headers that say what their codes mean
A department's form writes the legend of its codes into the header, and every office numbers otherwise: 0 is active in one
and off in the next. Read by the usual meaning of 0 and 1 u2 would pass in silence. 使用/停止 (groupware) has 1 for the first.

$ run --lang en --roster staff.csv --system A=a.csv --system B=b.csv --system C=c.csv --system D=d.csv --as-of 2026-03-31

-- staff.csv --
職員番号,氏名,在籍区分(0:在籍 1:休職 2:退職)
1001,青木 春菜,0
1002,石田 健一,2
1003,上野 真琴,1
-- a.csv --
ユーザーID,職員番号,ステータス（0：有効、9：無効）
u1,1001,0
u2,1002,0
u3,1002,9
u4,1003,0
-- b.csv --
ユーザーID,職員番号,使用/停止
u1,1001,1
u2,1002,1
u3,1002,0
-- c.csv --
ユーザーID,職員番号,区分 A:利用 D:停止
u1,1001,A
u2,1002,A
u3,1002,D
-- d.csv --
User ID,Employee ID,"Status (0=Active, 1=Disabled)"
u1,1001,0
u2,1002,0
u3,1002,1

-- expect exceptions --
leaver-account	A	u2
leave-account	A	u4
leaver-account	B	u2
leaver-account	C	u2
leaver-account	D	u2
-- expect issues --
