# A header after title lines
Vendors print a title, a date and a blank line first. They are no rows; line numbers stay the file's.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員一覧
出力日：2026/03/31,,

職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課
-- tax.csv --
税務システム 利用者一覧表,,
2026年3月31日現在,,
利用者ID,職員番号,氏名
u1,001,佐藤花子
u9,900,誰か
u2,002,鈴木一郎

-- expect exceptions --
orphan-account  税務  u9  line=5
-- expect issues --
-- expect summary --
rosters[0].rows_read == 2
systems[0].rows_read == 3
