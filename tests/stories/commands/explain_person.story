# explain PERSON_ID
Every account, seat and device of a person with its line and what was found, as the report has it; the number as a
spreadsheet wrote it, without zeros. The other person's are not shown.

$ explain 1003 --lang en

-- tenko.yaml --
as_of: 2026-03-31
rosters:
  - name: staff
    source: {path: staff.csv}
systems:
  - name: tax
    source: {path: tax.csv}
  - name: finance
    source: {path: finance.csv}
licenses:
  - name: office
    source: {path: office.csv}
devices: {source: {path: devices.csv}}

-- staff.csv --
person_id,name,department,left_on
001003,Takahashi Kyoko,Finance,2026-02-15
001004,Tanaka Minoru,Finance,

-- tax.csv --
user_id,person_id,status
t3,1003,enabled
t4,1004,enabled

-- finance.csv --
user_id,person_id,status
f1,1003,disabled

-- office.csv --
person_id,last_used_on
1003,2026-01-10
1004,2026-03-10

-- devices.csv --
device_id,person_id,returned_on
PC-1,1003,
PC-2,1003,2026-02-14
PC-3,1004,

-- expect stdout --
001003 Takahashi Kyoko (Finance)
source: staff.csv:2
state on 2026-03-31: left
left_on: 2026-02-15
account t3 of tax: enabled, decided by person_id (tax.csv:2)
Account of a leaver: The account of a person who has left (2026-02-15) is still enabled, 44 days after.
account f1 of finance: disabled, decided by person_id (finance.csv:2)
license office, assigned to 1003: leaver (office.csv:2)
device PC-1: not returned (devices.csv:2)
device PC-2: returned (devices.csv:3)
-- expect no stdout --
t4
PC-3
