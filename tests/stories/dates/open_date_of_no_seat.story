# A date that is open, in a row that is no seat
The second row is of another product. Its date waits for the column like any other (10/03/2026 alone tells nothing; 31/03/2026 proves
the order), but it belongs to no seat: the first seat keeps its own day, and where the list holds no seat at all nothing is written anywhere.

$ run

-- tenko.yaml --
language: en
as_of: 2026-03-31
rosters: [{name: staff, source: roster.csv}]
licenses:
  - {name: telework, product: "Tele*", quantity: 2, source: seats.csv}
  - {name: drawing, product: "Draw*", quantity: 2, source: drawing.csv}

-- roster.csv --
person_id,name
001,Abe Ichiro
002,Baba Jiro
-- seats.csv --
person_id,product,last_used_on
001,Telework,31/03/2026
002,Others,03/04/2020
002,Telework,30/03/2026
-- drawing.csv --
person_id,product,last_used_on
002,Others,03/04/2020

-- expect exceptions --
license-surplus  drawing
-- expect summary --
licenses[0].active == 2
licenses[0].idle == 0
licenses[1].assigned == 0
