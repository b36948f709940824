# A list that does not name owners
shared-no-owner needs the owner field: not evaluated, and said. A shared account is never an orphan, even with the number of nobody.

$ run --as-of 2026-03-31 --lang en

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,種別
u1,999,共用

-- expect exceptions --
-- expect issues --
-- expect file systems.csv --
shared-no-owner: the list has no owner
