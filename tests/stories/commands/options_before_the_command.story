# --lang and -c before the command
They mean the same there; what stands behind the command wins over them.

$ --lang en -c conf/tenko.yaml check
$ -c conf/tenko.yaml --lang=ja check --lang en

-- conf/tenko.yaml --
as_of: 2026-04-01
rosters: [{name: staff, source: roster.csv}]
systems: [{name: tax, owner: Tax, source: tax.csv}]
-- conf/roster.csv --
employee_id,name,department
001,Sato Hanako,Tax
-- conf/tax.csv --
user_id,employee_id
u9,001

-- expect stdout --
== system tax
rows read 1
