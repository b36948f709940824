# Roster and system in each other's place
Both files are named for what they look like, all failures are listed, and the next step is one that quick mode has.

$ run --lang en --roster tax.csv --system Tax=hr.csv --as-of 2026-04-10
exit 3

-- tax.csv --
user_id,name,role,last_login
u1,Hanako,read,2026-04-01
-- hr.csv --
employee_id,name,department,hire_date,termination_date
001,Hanako,Tax,2010-04-01,

-- expect stderr --
Tax: hr.csv looks like a roster
tax: tax.csv looks like a system's account list
tenko init DIR writes one
