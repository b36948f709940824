# What is odd about a list as a whole
Contract 4: a list in which expires_on alone disables more than half of the accounts in use is an input issue; contract 3: one whose
enabled accounts mostly lack a last login is judged, with one issue beside. Half is not more; an unreadable login is none that lacks.

$ run

-- tenko.yaml --
as_of: 2026-03-31
language: en
rosters: [{name: HR, source: hr.csv}]
systems:
  - {name: expired, source: expired.csv}
  - {name: half expired, source: half.csv}
  - {name: unused, source: unused.csv}
  - {name: half unused, source: used.csv}
-- hr.csv --
person_id,name
1,Ann Abel
2,Bob Bell
3,Cat Cole
4,Dan Dean
-- expired.csv --
user_id,person_id,expires_on,status
a,1,2026-03-31,enabled
b,2,2026-03-30,enabled
c,3,2001-01-01,enabled
d,4,2001-01-01,disabled
-- half.csv --
user_id,person_id,expires_on
a,1,2026-03-31
b,2,2026-03-30
-- unused.csv --
user_id,person_id,last_login_on,status,expires_on
a,1,2026-03-01,enabled,
b,2,,enabled,
c,3,,enabled,
d,4,2026-03-01,disabled,
-- used.csv --
user_id,person_id,last_login_on,status,expires_on
a,1,2026-03-01,enabled,
b,2,,enabled,
c,3,,disabled,
d,4,,enabled,2026-03-01
e,4,whenever,enabled,

-- expect issues --
expired.csv: most-expired expires_on
unused.csv: most-without-login last_login_on
used.csv:6 date-unreadable last_login_on
-- expect exceptions of never-used-account --
never-used-account  unused  b
never-used-account  unused  c
never-used-account  half unused  b
