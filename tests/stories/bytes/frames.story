# What database clients print around a list
mysql's frame, sqlplus' pages (the header again, its ruler, a count) and SAP's rulers: each line that is no entry is rejected with its reason, and the | of the frame is the delimiter without a setting.

$ run --as-of 2026-04-01 --lang en --roster staff.csv --system M=mysql.txt --system O=sqlplus.txt --system S=sap.txt

-- staff.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- mysql.txt --
mysql> SELECT * FROM v_users;
+---------+-------------+
| user_id | employee_id |
+---------+-------------+
| u1      | 001         |
| u2      | 002         |
+---------+-------------+
2 rows in set (0.00 sec)

-- sqlplus.txt --

USER_ID   |EMPLOYEE_ID
----------|-----------
u1        |001

USER_ID   |EMPLOYEE_ID
----------|-----------
u2        |002

2 rows selected.

-- sap.txt --
31.03.2026          Users of the client          1
-----------------------
|User ID |Personnel no.|
|--------|-------------|
|u1      |001          |
|u2      |002          |
-----------------------
* 2 users

-- expect exceptions --
-- expect issues --
mysql.txt:4 row-is-ruler
mysql.txt:7 row-is-ruler
mysql.txt:8 row-is-total
sqlplus.txt:3 row-is-ruler USER_ID
sqlplus.txt:6 row-repeats-header USER_ID
sqlplus.txt:7 row-is-ruler USER_ID
sqlplus.txt:10 row-is-total USER_ID
sap.txt:4 row-is-ruler User ID
sap.txt:7 row-is-ruler
sap.txt:8 row-is-total
-- expect summary --
systems[0].accepted == 2
systems[1].accepted == 2
systems[2].accepted == 2
systems[0].not_records == 3
systems[1].not_records == 4
systems[1].rejected == 4
