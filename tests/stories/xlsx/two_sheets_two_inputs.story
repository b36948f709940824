# Two sheets of one workbook are two inputs
Titles stand above the headers, IDs are text and numbers with zeros before them, days are 和暦 and Western, and a hidden
sheet comes first. 001235 left on 2026-02-28 (46081), a month before the day of the run. Lines are rows of the sheet.

$ run --as-of 2026-03-31 --lang en
exit 0

-- tenko.yaml --
rosters: [{name: 職員, source: {path: 名簿.xlsx, sheet: 職員}}]
systems: [{name: 税務, owner: 税務課, source: {connector: xlsx, path: 名簿.xlsx, sheet: 2}}]

-- 名簿.xlsx (xlsx) --
== 控 hidden ==
なし
== 職員 ==
職員名簿
#46112:[$-411]ggge"年"m"月"d"日"

職員番号,氏名,所属,採用日,退職日
001234,佐藤花子,税務課,#43922:[$-411]ge.m.d
#1235:000000,鈴木一郎,税務課,#43922:yyyy/m/d,#46081:[$-411]ggge"年"m"月"d"日"
== 税務 ==
利用者ID,職員番号,氏名,権限,状態
u1,#1234:000000,佐藤花子,照会,有効
u2,001235,鈴木一郎,照会,有効
u3,?#N/A,山田太郎,照会,有効

-- expect exceptions of leaver-account orphan-account --
leaver-account  税務  u2  person_id=001235 file=名簿.xlsx[税務] line=3
orphan-account  税務  u3  file=名簿.xlsx[税務] line=4
