# A list of Europe's, peeked at
What is set is read, by any of its names.

$ peek a.csv --encoding ISO-8859-1

-- a.csv (windows-1252 crlf) --
login,name
u1,Chloé Lefèvre

-- expect exactly stdout --
login,name
u1,Chloé Lefèvre
