# 会計年度任用職員 appointed again
They end on 3/31 and begin on 4/1: under the same number in a second row they have not left; under a new number the old account is a
leaver's.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,採用日,退職日
501,甲野一,税務課,2025-04-01,2026-03-31
501,甲野一,税務課,2026-04-01,2027-03-31
502,乙野二,税務課,2025-04-01,2026-03-31
602,乙野二,税務課,2026-04-01,2027-03-31
-- tax.csv --
利用者ID,職員番号
u1,501
u2,502
u3,602

-- expect exceptions --
leaver-account  税務  u2  person_id=502
-- expect issues --
