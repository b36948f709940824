# peek of CRLF inside quotes
A cell's own newlines are the cell's.

$ peek a.csv

-- a.csv (python) --
out.write(b"a,b\r\n1,\"x\r\ny\"\r\n")
-- expect exactly stdout (python) --
out.write(b"a,b\n1,\"x\r\ny\"\n")
