# What csvde writes as hex digits
Without -u csvde writes a value that is no ASCII as X'…', the digits of its UTF-8: a name is a name, and no mismatch. Digits
that make no text (an object's GUID) stay as they are, and so does a name with an apostrophe.

$ run --lang en --roster staff.csv --system AD=ad.csv --as-of 2026-03-31

-- staff.csv --
職員番号,氏名,所属
001,青木 春菜,総務課
002,X' Prime,総務課

-- ad.csv --
DN,sAMAccountName,displayName,department,employeeID,userAccountControl
"CN=aoki,OU=x,DC=city,DC=example",haoki,X'e99d92e69ca820e698a5e88f9c',X'e7b78fe58b99e8aab2',001,512
"CN=prime,OU=x,DC=city,DC=example",xprime,X' Prime,X'e7b78fe58b99e8aab2',002,512

-- expect exceptions --
-- expect issues --
