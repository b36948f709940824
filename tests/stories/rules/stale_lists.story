# Lists that are too old to judge by
as_of − exported_on > max_age_days (31): 2026-02-28 is 31 days before 2026-03-31, 2026-02-27 is 32. An entry's own number wins over
defaults. Without exported_on the rule is not evaluated.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv, exported_on: 2026-02-27}
  - {name: 教員, source: school.csv, exported_on: 2026-02-28}
  - {name: 委託, source: outside.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv, exported_on: 2026-02-27}
  - {name: 福祉, owner: 税務課, source: tax.csv, exported_on: 2026-02-28}
  - {name: 年金, owner: 税務課, source: tax.csv, exported_on: 2026-02-27, max_age_days: 32}
  - {name: 学務, owner: 税務課, source: tax.csv, exported_on: 2026-03-30, max_age_days: 0}
  - {name: 図書, owner: 税務課, source: tax.csv}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- school.csv --
職員番号,氏名,所属
S01,鈴木一郎,税務課

-- outside.csv --
職員番号,氏名,所属
X01,高橋次郎,税務課

-- tax.csv --
利用者ID,職員番号
u1,001

-- expect exceptions --
roster-stale  職員  severity=medium evidence.days=32 evidence.exported_on=2026-02-27
system-stale-list  税務  severity=medium evidence.days=32
system-stale-list  学務  evidence.days=1 evidence.threshold=0
-- expect issues --
tax.csv: list-twice
tax.csv: list-twice
tax.csv: list-twice
tax.csv: list-twice
-- expect file systems.csv --
system-stale-list: 
roster-stale:
