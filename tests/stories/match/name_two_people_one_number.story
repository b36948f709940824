# The same name under two numbers
会計年度任用職員 are appointed again under a new number: the old row left on 31 March, the new one began on 1 April, same name, same department. By name and department both
fit: ambiguous, never a guess. By number each is himself.

$ run --as-of 2026-04-10

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属,採用日,退職日
K25-001,佐藤花子,税務課,2025-04-01,2026-03-31
K26-007,佐藤花子,税務課,2026-04-01,2027-03-31

-- tax.csv --
利用者ID,職員番号,氏名,所属
by_name,,佐藤花子,税務課
old,K25-001,佐藤花子,税務課
new,K26-007,佐藤花子,税務課

-- expect exceptions --
ambiguous-owner  税務  by_name
leaver-account  税務  old
-- expect issues --
