# A list of one column, whose IDs are names of several words
Contract 3: remarks after the list are rejected rows. In a list of one column a cell of a few words is an entry; one that is marked, has a sign of a
sentence or is as long as one is a remark still. Beside other columns a lone cell of three words stays a remark.

$ run --as-of 2026-04-01 --roster staff.csv --system one=one.csv two=two.csv --lang en

-- staff.csv --
employee_id,name
001,佐藤花子
-- one.csv --
user_id
Taro Yamada Junior
Hanako Sato Two
this is the end of the list of today
※ 3 users
作成: 総務課
-- two.csv --
user_id,name
u1,Taro
Printed by Sato,
-- expect summary --
systems[0].accepted == 2
systems[0].not_records == 3
systems[1].accepted == 1
systems[1].not_records == 1
