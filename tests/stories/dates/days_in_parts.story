# The day of a month in a column of its own
退職年, 退職月 and 退職日 hold 7, 12 and 31: read as a serial number, 31 would be a day of January 1900, and everybody with such a
row a leaver of that year. It is unknown, and says so. A staff list that tells who works at another office (派遣終了日) ends nobody.

$ run --as-of 2026-03-31 --roster staff.csv --roster away.csv --system A=a.csv

-- staff.csv --
職員番号,氏名,退職元号,退職年,退職月,退職日
1,青木 春菜,,,,
2,石田 健一,令和,8,12,31
-- away.csv --
社員番号,氏名,在籍区分,派遣先,派遣終了日
11,加藤 学,派遣,県,R7.3.31
-- a.csv --
ユーザーID,職員番号
u1,1
u2,2
u11,11

-- expect exceptions of leaver-account leaving-soon --
-- expect issues --
staff.csv:3 date-unreadable 退職日
