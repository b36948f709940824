# A bent apostrophe before a number
Word processors and phones write ‘001 or ’001 where a spreadsheet has '001: the number is 001 all the same.

$ run --roster roster.csv --system 税務=tax.csv --as-of 2026-03-31

-- roster.csv --
職員番号,氏名（姓）,氏名（名）,氏名カナ（姓）,氏名カナ（名）,所属,退職日
001,佐藤,花子,サトウ,ハナコ,税務課,2026-02-28
002,鈴木,一郎,スズキ,イチロウ,税務課,2026-02-28

-- tax.csv --
利用者ID,職員番号,氏名
u1,‘001,佐藤花子
u2,’002,スズキイチロウ

-- expect exceptions --
leaver-account  税務  u1
leaver-account  税務  u2
