# Stopped one day, deleted another
Lists of accounts have 停止日 beside 削除日: the earliest day counts. 使用 with ○ and × is the state. 退職 over ticks says whether
somebody has left, over days when.

$ run --lang en --roster staff.csv --roster contractors.csv --system A=a.csv --system B=b.csv --as-of 2026-03-31

-- staff.csv --
職員番号,氏名,退職
001,青木 春菜,
002,石田 健一,○
003,上野 真琴,×
-- contractors.csv --
社員番号,氏名,退職
E01,江口 純,2026-02-28
E02,大塚 葵,
-- a.csv --
ユーザーID,職員番号,利用停止日,削除日
a1,002,2026-01-05,
a2,002,,2026/1/4
a3,002,2026-01-05,2026-12-31
a4,002,2026-12-31,2026-01-05
a5,002,2026-12-31,2027-01-05
a6,002,,
-- b.csv --
利用者ID,職員番号,使用
b1,002,×
b2,002,○
b3,003,○
b4,E01,○

-- expect exceptions of leaver-account --
leaver-account	A	a5
leaver-account	A	a6
leaver-account	B	b2
leaver-account	B	b4
