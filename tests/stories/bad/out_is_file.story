# The output directory is a file
It is not overwritten.

$ run --out note.txt --lang en
exit 4

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
利用者ID,職員番号
u1,001
u2,002

-- note.txt --
important

-- expect stderr --
note.txt: the report directory is a file
-- expect file ../note.txt --
important
