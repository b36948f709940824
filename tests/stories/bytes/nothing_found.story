# A list that says that it holds nothing
「該当データはありません」 is what a program writes where it has no row: no account, and the list is one with a header and no row
(contract 3: an input issue). The same words in a full row are an account's name.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-03-31
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: 甲, owner: 税務課, source: a.csv}
  - {name: 乙, owner: 税務課, source: b.csv}
  - {name: 丙, owner: 税務課, source: c.csv}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- a.csv --
利用者ID,職員番号,状態
該当データはありません
-- b.csv --
User ID,Employee ID,Status
No records found.,,
-- c.csv --
利用者ID,氏名,状態
対象なし,佐藤花子,有効

-- expect exceptions of orphan-account --
orphan-account  丙  対象なし
-- expect issues --
a.csv: list-empty
a.csv:2 row-is-remark 利用者ID
b.csv: list-empty
b.csv:2 row-is-remark User ID
-- expect summary --
systems[0].accounts == 0
systems[1].accounts == 0
systems[2].accounts == 1
