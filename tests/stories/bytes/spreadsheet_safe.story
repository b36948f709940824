# Cells that a spreadsheet would compute
Contract 6: in exceptions.csv a cell starting with = + - @ TAB CR gets a leading '; exceptions.jsonl keeps the raw value.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号,氏名
=cmd|' /C calc'!A0,901,=1+1
+u2,902,+x
-u3,903,-x
@u4,904,@x

-- expect exceptions --
orphan-account  税務  =cmd|' /C calc'!A0  name==1+1
orphan-account  税務  +u2
orphan-account  税務  -u3
orphan-account  税務  @u4
-- expect file exceptions.csv --
,'=cmd|' /C calc'!A0,
,'+u2,
,'-u3,
,'@u4,
,'=1+1,
-- expect no file exceptions.csv --
,=cmd
,+u2
,-u3
,@u4
