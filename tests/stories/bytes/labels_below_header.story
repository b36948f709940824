# The header a second time, in other words
A package writes the names of its fields for people under those for programs; a list with a header is said to have none. Neither row is a
person or an account. An account called user of the name User is one.

$ run --as-of 2026-03-31 --no-ledger --lang en

-- tenko.yaml --
rosters: [{name: staff, source: roster.csv}]
systems:
  - {name: a, source: {path: a.csv, header: none}, columns: {user_id: 1, person_id: 2, status: 3}}
  - {name: b, source: {path: b.csv, header: none}, columns: {user_id: 1, name: 2, status: 3}}

-- roster.csv --
STATUS,USERID,FIRSTNAME,LASTNAME,EMPID,HIREDATE,EXITDATE,MANAGER
Employee Status,User Sys ID,First Name,Last Name,Employee ID,Hire Date,Exit Date,Manager
active,sato,Hanako,Sato,001,04/21/2008,,NO_MANAGER
inactive,suzuki,Ichiro,Suzuki,002,04/01/2008,02/28/2026,sato
-- a.csv --
利用者ID,職員番号,状態
a1,001,有効
a2,002,有効
-- b.csv --
user,User,Active
sato,Hanako Sato,Active

-- expect exceptions of orphan-account leaver-account --
leaver-account  a  a2
orphan-account  b  user
-- expect issues --
roster.csv:2 row-repeats-header STATUS
a.csv:1 row-repeats-header 1
-- expect summary --
rosters[0].people == 2
systems[0].accounts == 2
