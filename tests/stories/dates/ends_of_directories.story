# Ends as directories export them
CONTRACT 3: accountExpires 2026-04-01 00:00 local and shadowExpire 2026-04-01 mean: off on 1 April. Active Directory's export writes the instant
as a local time without a zone (窓口, 英語), where 0:00 is not the last day but the end of the one before; with another time of day, or none, the day stays.
shadowExpire and shadowLastChange are days since 1970 (機械), not days of a spreadsheet: 20544 is 2026-04-01, and 20362 is 2025-10-01.
All accounts belong to somebody who left, so that those in use are raised.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: 窓口, owner: 税務課, source: ad.csv}
  - {name: 英語, owner: 税務課, source: english.csv}
  - {name: 機械, owner: 税務課, source: shadow.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
01,甲,税務課,2026-03-15
02,乙,税務課,
-- ad.csv --
sAMAccountName,EmployeeID,AccountExpirationDate
a1,01,2026/04/01 0:00:00
a2,01,2026/04/02 0:00:00
a3,01,2026/04/01 17:30:00
a4,01,2026/04/01
a5,01,
-- english.csv --
sAMAccountName,EmployeeID,accountExpires
e1,01,4/1/2026 12:00:00 AM
e2,01,4/13/2026 12:00:00 AM
e3,01,12/31/1600 4:00:00 PM
-- shadow.csv --
uid,employeeNumber,shadowExpire,shadowLastChange
s1,01,20544,20362
s2,01,20545,20362
s3,01,-1,20362
s4,01,1,20362
s5,02,99999,20362

-- expect exceptions of leaver-account --
leaver-account  窓口  a2
leaver-account  窓口  a3
leaver-account  窓口  a4
leaver-account  窓口  a5
leaver-account  英語  e2
leaver-account  英語  e3
leaver-account  機械  s2
leaver-account  機械  s3
-- expect file inventory/機械.csv --
2025年10月1日
