# check says each reason once
Two systems lack the last login: the sentence stands once, with both of them below.

$ check --lang en
$ check --roster staff.csv --system A=a.csv --system B=b.csv --lang en

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: staff, source: staff.csv}]
systems: [{name: A, source: a.csv}, {name: B, source: b.csv}]
-- staff.csv --
employee_id,name
001,Hanako
-- a.csv --
user_id,employee_id
u1,001
-- b.csv --
user_id,employee_id,created
u1,001,2020-01-01

-- expect stdout --
== why rules are not evaluated
  the list has no last login: add the column, or name its header under `columns`
    leaver-login, leave-login, dormant-account, never-used-account: A, B
-- expect no stdout --
last_login_on
