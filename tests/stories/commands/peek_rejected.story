# peek of rows that cannot be used
Each is said with its line, and the rest is shown.

$ peek a.csv --lang en

-- a.csv --
a,b
1,"open
2,x

-- expect exactly stdout --
a,b
2,x
-- expect stderr --
a.csv:2: 
not closed
