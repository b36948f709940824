# Somebody on two rosters has left where both say so, and is looked for in the systems of either
A stands on both rosters: every system that holds people of one of them is one where an account of A may be. B stands on the staff's alone and is not looked for
in the school's system. Number 003 is two people (the names do not agree), and both left on one day: the account without a name is of one of them, nobody can say of
which, so neither's absence is proven.

$ run --as-of 2026-03-31

-- tenko.yaml --
language: en
rosters:
  - {name: staff, source: staff.csv}
  - {name: school, source: school.csv}
systems:
  - {name: tax, owner: IT, source: tax.csv, rosters: [staff]}
  - {name: marks, owner: IT, source: marks.csv, rosters: [school]}
safety: {max_unmatched_percent: 100}

-- staff.csv --
employee id,name,left on
001,Alice Able,2026-03-01
002,Bob Baker,2026-03-01
003,Carol Clark,2026-03-01
003,Dan Dahl,2026-03-01
009,Zoe Zand,

-- school.csv --
employee id,name,left on
001,Alice Able,2026-03-01
008,Yan Yates,

-- tax.csv --
user id,employee id
t3,003
t9,009

-- marks.csv --
user id,employee id
m8,008

-- expect file leavers.csv --
001,Alice Able,,left,2026-03-01,,system,tax,none
001,Alice Able,,left,2026-03-01,,system,marks,none
002,Bob Baker,,left,2026-03-01,,system,tax,none
003,Carol Clark,,left,2026-03-01,,system,tax,not_provable
003,Dan Dahl,,left,2026-03-01,,system,tax,not_provable
-- expect no file leavers.csv --
002,Bob Baker,,left,2026-03-01,,system,marks
003,Carol Clark,,left,2026-03-01,,system,marks
