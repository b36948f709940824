# One person in two rosters
Equal numbers are one person with concurrent posts (BRIEF: all rosters are one population): left only if every row has left, departments united. Rows of one
number whose names do not agree are two people (003): an input issue, and an account belongs to the one whose name agrees.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
  - {name: 教員, source: school.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31
002,鈴木一郎,税務課,2026-01-31
003,高橋次郎,税務課,

-- school.csv --
職員番号,氏名,所属,退職日
００１,佐藤花子,学校,
002,鈴木一郎,学校,2026-02-28
003,田中三郎,学校,

-- tax.csv --
利用者ID,職員番号,氏名,所属
a,001,佐藤花子,学校
b,002,鈴木一郎,学校
c,003,田中三郎,学校

-- expect exceptions --
leaver-account  税務  b  evidence.left_on=2026-02-28
-- expect issues --
school.csv:4 person-id-two-names
