# Departments above, with blanks between
An HR service writes 本社 管理部 総務課 where other lists write 総務課: the last part is the department. In English the last word is
none: Resources is neither Human nor Natural Resources.

$ run --lang en --roster staff.csv --system A=a.csv --as-of 2026-03-31

-- staff.csv --
社員番号,氏名,所属
1,青木 春菜,本社 管理部 総務課
2,石田 健一,本社　管理部　税務課
3,Ken Ohara,Human Resources
4,Yui Mori,Natural Resources

-- a.csv --
ユーザーID,社員番号,所属
u1,1,総務課
u2,2,総務課
u3,2,税務課
u4,3,Human Resources
u5,3,Natural Resources
u6,4,Resources

-- expect exceptions of department-mismatch --
department-mismatch	A	u2
department-mismatch	A	u5
department-mismatch	A	u6
