# Where a printed list turns its page
A line that stands alone and says that the list goes on is no account; an account whose name says so has other cells, and one
that is called 続木 is one.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,氏名,職員番号,状態
u1,佐藤花子,001,有効
次頁へ続く,,,
帳票 利用者一覧表　2頁,,,
（前ページからの続き）,,,
u2,次頁へ続く,,有効
(continued),,,
続木,,,

-- expect exceptions --
orphan-account  税務  u2
orphan-account  税務  続木
-- expect issues --
tax.csv:3 row-is-remark 利用者ID
tax.csv:4 row-is-total 利用者ID
tax.csv:5 row-is-remark 利用者ID
tax.csv:7 row-is-remark 利用者ID
-- expect summary --
systems[0].accepted == 3
systems[0].rejected == 4
