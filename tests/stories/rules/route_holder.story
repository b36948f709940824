# With route: holder a sheet is the holder's department's, before the owner's
Contract 6: the holder's department first; where that is nobody's (an orphan, somebody without a department) it is the owner's after all. A leaver's department is the
one he had.

$ run --as-of 2026-03-31

-- tenko.yaml --
language: en
route: holder
rosters:
  - {name: staff, owner: Library, source: roster.csv}
systems:
  - {name: tax, owner: Library, source: tax.csv}
safety: {max_unmatched_percent: 100}

-- roster.csv --
employee id,name,department,left on
001,Alice Able,Tax,2026-02-28
002,Bob Baker,,2026-02-28
003,Carol Clark,Library,

-- tax.csv --
user id,employee id
t1,001
t2,002
t3,003
t9,999

-- expect exceptions --
leaver-account  tax  t1
leaver-account  tax  t2
orphan-account  tax  t9
-- expect file exceptions.jsonl --
"subject":"t1","person_id":"001","name":"Alice Able","department":"Tax","addressee":"Tax"
"subject":"t2","person_id":"002","name":"Bob Baker","department":null,"addressee":"Library"
"addressee":"Library"
-- expect file manifest.json --
"route": "holder"
