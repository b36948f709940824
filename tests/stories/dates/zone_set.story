# The zone is set
In New York the clock goes forward on 8 March 2026: 03:30 UTC is 22:30 of the day before in winter, and 23:30 in summer.

$ run

-- tenko.yaml --
organization: Trial
as_of: 2026-04-01
language: en
timezone: America/New_York
rosters: [{name: HR, source: roster.csv}]
systems: [{name: Tax, owner: Tax, source: tax.csv}]

-- roster.csv --
employee_id,name,department,termination date
01,A,Tax,2026-03-05
02,B,Tax,2026-03-05
03,C,Tax,2026-03-20
04,D,Tax,2026-03-20
-- tax.csv --
user id,employee_id,status,last login
u1,01,disabled,2026-03-06T04:30:00Z
u2,02,disabled,2026-03-06T05:30:00Z
u3,03,disabled,2026-03-21T03:30:00Z
u4,04,disabled,2026-03-21T04:30:00Z

-- expect exceptions --
leaver-login  Tax  u2  evidence.last_login_on=2026-03-06
leaver-login  Tax  u4  evidence.last_login_on=2026-03-21
-- expect issues --
