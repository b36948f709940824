# A name of which one half has the header of the whole
Contract 3: a name may come in parts. 名前 beside 姓 is the given name, カナ（名） beside カナ（姓） its kana; 名前 that repeats the family name is the
whole name, and 名前 alone is one, too.

$ run --as-of 2026-04-01 --roster staff.csv --system a=a.csv b=b.csv c=c.csv --lang en

-- staff.csv --
職員番号,姓,名前,カナ（姓）,カナ（名）
001,佐藤,花子,サトウ,ハナコ
002,鈴木,一郎,スズキ,イチロウ

-- a.csv --
利用者ID,職員番号,姓,名前
a1,001,佐藤,花子
a2,002,鈴木,次郎

-- b.csv --
利用者ID,職員番号,姓,名前
b1,001,佐藤,佐藤 花子
b2,002,鈴木,鈴木 次郎

-- c.csv --
利用者ID,職員番号,名前
c1,001,サトウ ハナコ
c2,002,高橋 美咲

-- expect exceptions --
name-mismatch  a  a2  person_id=002
name-mismatch  b  b2  person_id=002
name-mismatch  c  c2  person_id=002
