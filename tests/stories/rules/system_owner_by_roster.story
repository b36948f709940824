# Without a table of departments the rosters say which there are
BRIEF: the owner is then a department that a roster names, by code or name.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}
  - {name: 福祉, owner: "210", source: tax.csv}
  - {name: 年金, owner: 年金課, source: tax.csv}

-- roster.csv --
職員番号,氏名,所属コード,所属
001,佐藤花子,110,税務課
002,鈴木一郎,210,福祉課

-- tax.csv --
利用者ID,職員番号
u1,001

-- expect exceptions --
system-owner-unknown  年金
-- expect issues --
tax.csv: list-twice
tax.csv: list-twice
