# Where tenko.yaml and the register speak of one thing, tenko.yaml wins, key by key
The manager is written in other letters: no difference. The contract number is another one, the file too, and so is the register's word for a system whose list is delivered by nobody
(connector: none): three differences. 2.5 rows cannot be: a count is whole. Blanks and a comma too many between owners are no owner.

$ run --as-of 2026-03-31

-- tenko.yaml --
language: en
rosters:
  - {name: staff, source: roster.csv}
systems:
  - {name: tax, manager: JANE DOE, contract_no: R7-1, source: tax.csv}
  - {name: lan, source: {connector: none}}
  - {name: desk, owner: [Tax], source: desk.csv}
register:
  systems: register.csv

-- register.csv --
system,owner,manager,contract_no,purpose,source,declared_rows
tax,"Tax,, Library ,",Jane Doe,R7-2,assessment,levy.csv,2.5
lan,,,,,lan.csv,
desk,"Tax, Library",,,,desk.csv,1

-- roster.csv --
employee id,name,department
001,Jane Doe,Tax

-- tax.csv --
user id,employee id
u1,001

-- desk.csv --
user id,employee id
u1,001

-- expect exceptions --
system-no-list  lan
system-owner-unknown  lan
-- expect issues --
register.csv:2 register-differs contract_no
register.csv:2 register-differs source
register.csv:2 register-bad-number declared_rows
register.csv:3 register-differs source
register.csv:4 register-differs owner
-- expect file systems.csv --
system,tax,"Tax, Library",
system,desk,Tax,
