# A list that has no header, and nobody said so
The first line looks like an entry (a number, a date, an address): it is not shown, and the message says what to write.

$ run --as-of 2026-04-01 --lang en --roster staff.csv --system A=users.csv --system B=named.csv
exit 3

-- staff.csv --
001234,佐藤花子,税務課
001235,鈴木一郎,税務課

-- users.csv --
sato,佐藤花子,h.sato@city.example
suzuki,鈴木一郎,i.suzuki@city.example

-- named.csv --
Kürzel,Abteilung
sa,Finanzen

-- expect stderr --
staff.csv:
users.csv:
header: none
the headers are Kürzel, Abteilung
-- expect no stderr --
佐藤
001234
city.example
