# Several departments in one cell
CONTRACT 3: an account or a person may have several departments, any of which counts. Products write them in one cell with ; between them;
a comma or 、 may stand in a name, and divides nothing.

$ run --as-of 2026-03-31 --roster staff.csv --system A=a.csv

-- staff.csv --
社員番号,氏名,所属,兼務先
1,青木 春菜,総務課;市民課,
2,石田 健一,税務課,福祉課; 介護課
3,上野 真琴,"庶務、会計課",

-- a.csv --
ユーザーID,職員番号,所属
u1,1,市民課
u2,2,総務課;介護課
u3,3,庶務、会計課
u4,1,税務課;福祉課
u5,2,税務課;

-- expect exceptions of department-mismatch --
department-mismatch  A  u4
