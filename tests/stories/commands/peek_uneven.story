# peek of rows that differ in width
One line says how many and where the first is: the file as Tenko reads it has no header yet, so the first row is the measure.

$ peek a.csv --lang en

-- a.csv --
a,b,c
1,2
1,2,3
1,2,3,4

-- expect exactly stdout --
a,b,c
1,2
1,2,3
1,2,3,4
-- expect stderr --
2 rows have more or fewer cells than the first row (3); the first of them is line 2
