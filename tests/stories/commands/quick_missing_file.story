# A file that is not there, in quick mode
No configuration helps: only what is missing is said.

$ run --lang en --roster hr.csv --system Tax=gone.csv --as-of 2026-04-10
exit 3

-- hr.csv --
employee_id,name,department,hire_date,termination_date
001,Hanako,Tax,2010-04-01,

-- expect stderr --
gone.csv

-- expect no stderr --
tenko init DIR
