# A symbolic link file of an old spreadsheet, named .csv
Contract 3: what is no list is refused by its bytes. A list whose first header is ID and whose second begins with P is no such file.

$ run --as-of 2026-04-01 --roster staff.csv --system old=old.csv good=good.csv --lang en
exit 3

-- staff.csv --
employee_id,name
001,佐藤花子
-- old.csv --
ID;PWXL;N;E
P;PGeneral
C;Y1;X1;K"user_id"
C;Y2;X1;K"u1"
E
-- good.csv --
ID;Person;State
C;001;active
P;001;active
-- expect stderr --
old.csv
-- expect no stderr --
good.csv
