# A second post in columns of its own
HR services write concurrent posts beside the main one: 兼務先, 兼務情報, 併任所属2. The departments count like those of a second row.

$ run --as-of 2026-03-31 --roster staff.csv --roster more.csv --system A=a.csv

-- staff.csv --
社員番号,氏名,所属,兼務情報,役職,兼務役職
1,青木 春菜,本社 管理部 総務課,情報部／情報課,課長,係長
2,石田 健一,税務課,,,

-- more.csv --
職員番号,氏名,所属,併任先,併任所属2
3,上野 真琴,市民課,税務課,福祉課

-- a.csv --
ユーザーID,職員番号,所属
u1,1,情報課
u2,2,情報課
u3,3,福祉課
u4,3,税務課
u5,3,情報課

-- expect exceptions of department-mismatch --
department-mismatch	A	u2
department-mismatch	A	u5
