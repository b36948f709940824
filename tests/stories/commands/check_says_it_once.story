# An issue whose sentence quotes the value does not repeat it
A value that the sentence does not quote is added to it.

$ check --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, source: tax.csv}

-- roster.csv --
職員番号,氏名,退職日
001,佐藤花子,R7.2.29

-- tax.csv --
利用者ID,職員番号,氏名
u1,001,佐藤花子
u1,001,佐藤華子

-- expect stdout --
roster.csv:2: 退職日: R7.2.29 という日付はありません: 元の一覧を訂正してください: 日付は不明として扱います
tax.csv:3: 氏名: 利用者ID u1 の前の行(2)と値が異なります: 佐藤華子: 先の行の値を使います
