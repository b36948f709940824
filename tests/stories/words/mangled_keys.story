# A key whose digits are lost, in every form that spreadsheets have
1-5 becomes 5-Jan, 5-jan or 5-Jan-26 by the program's language, 0.000012 1.2E-05, and a comma may be the decimal sign. A row with such
a key is rejected, whichever it is: never an account without an ID. A single member is a number like any other (1002.0); two stay two.

$ run

-- tenko.yaml --
language: en
as_of: 2026-04-01
rosters: [{name: staff, source: roster.csv}]
systems: [{name: tax, owner: Tax, kinds: {shared: ["kyoyu*"]}, source: tax.csv}]

-- roster.csv --
person_id,name,department
1001,Abe Ichiro,Tax
1002,Baba Jiro,Tax
5-Jan,Chiba Saburo,Tax
Jan-26,Date Shiro,Tax
-- tax.csv --
user_id,person_id,owner,members
u1,1001,,
5-jan,1002,,
5-Jan-26,1002,,
1.2E-05,1002,,
"1,2E+05",1002,,
1月5日,1002,,
kyoyu1,,1001.0,1002.0
kyoyu2,,1001,"1002,1001"
e5-jan,Jan-26,,

-- expect exceptions --
-- expect issues --
roster.csv:4 id-month-day person_id
tax.csv:3 id-month-day user_id
tax.csv:4 id-month-day user_id
tax.csv:5 id-scientific user_id
tax.csv:6 id-scientific user_id
tax.csv:7 id-month-day user_id
tax.csv:8 id-repaired owner
tax.csv:8 id-repaired members
-- expect summary --
systems[0].accounts == 4
systems[0].matched == 2
