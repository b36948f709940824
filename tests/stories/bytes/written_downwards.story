# A list in which each entry stands over several rows is refused
psql's expanded display and forms of groupware write one field a row. Read as usual such a list had accounts called rolsuper and 氏名, and
nobody's was among them. An account may be called admin, user or name: a list of IDs alone is one.

$ run --roster staff.csv --system a=a.csv --system b=b.csv --system c=c.csv --as-of 2026-03-31 --lang en
exit 3

-- staff.csv --
職員番号,氏名
001,佐藤花子
-- a.csv --
-[ RECORD 1 ]-+---------
rolname       | postgres
rolsuper      | t
rolcanlogin   | t
-[ RECORD 2 ]-+---------
rolname       | sato
rolsuper      | f
rolcanlogin   | t
-- b.csv --
ユーザーID,sato,suzuki
氏名,佐藤花子,鈴木一郎
所属,税務課,市民課
状態,有効,無効
-- c.csv --
username,note
admin,local
sato,local
backup,local
web,local

-- expect stderr --
a.csv:2: the list is written downwards, each entry over several rows
b.csv:1: the list is written downwards, each entry over several rows
-- expect no stderr --
c.csv
