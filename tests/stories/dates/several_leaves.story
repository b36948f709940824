# Several leaves in one row
Lists of staff have 産休 beside 育休, each with its days, and a day of return: whoever is on any of them is on leave. A flag says so
beside the state, and who has left is not on leave.

$ run --as-of 2026-03-31 --roster staff.csv --roster flags.csv --roster periods.csv --system A=a.csv

-- staff.csv --
職員番号,氏名,産休開始日,産休終了日,育休開始日,育休終了日,復職日
1,青木 春菜,R7.4.1,R7.7.31,R7.8.1,R8.7.31,
2,石田 健一,R8.2.1,R8.5.31,,,
3,上野 真琴,R2.4.1,R2.7.31,R2.8.1,R3.7.31,R3.8.1
4,江口 純,R8.2.1,R8.3.15,R8.3.16,,
5,大塚 葵,,,,,
-- flags.csv --
社員番号,氏名,在籍区分,休職フラグ
11,加藤 学,在籍,1
12,木村 舞,退職,1
13,工藤 蓮,在籍,0
-- periods.csv --
スタッフ番号,氏名,産休期間,育休期間
21,小林 翼,R7.4.1～R7.7.31,R7.8.1～R8.7.31
22,佐々木 凛,R2.4.1～R2.7.31,R2.8.1～R3.7.31
-- a.csv --
ユーザーID,職員番号
u1,1
u2,2
u3,3
u4,4
u5,5
u11,11
u12,12
u13,13
u21,21
u22,22

-- expect exceptions of leave-account leaver-account --
leave-account	A	u1
leave-account	A	u2
leave-account	A	u4
leave-account	A	u11
leave-account	A	u21
leaver-account	A	u12
