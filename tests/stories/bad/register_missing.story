# A register that is not there is an input that could not be read
Like any other input: exit 3, nothing is written, and the other failure (a list that is not there) is said in the same run.

$ run --as-of 2026-03-31
exit 3

-- tenko.yaml --
language: en
rosters:
  - {name: staff, source: roster.csv}
systems:
  - {name: tax, owner: IT, source: gone.csv}
register:
  systems: register/systems.csv
  licenses: register/licenses.csv

-- register/licenses.csv --
license,quantity
office,3

-- roster.csv --
employee id,name
001,Alice Able

-- expect stderr --
register/systems.csv:
gone.csv:
