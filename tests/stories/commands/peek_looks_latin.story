# A list of Europe's, peeked at without its encoding
As CP932 Lefèvre is Lef钁re; peek says what to set.

$ peek a.csv

-- a.csv (windows-1252 crlf) --
login,name
u1,Lefèvre

-- expect stdout --
u1,Lef钁re
-- expect stderr --
encoding: windows-1252 を指定
