# Day or month first: each column decides for itself
退職日 is proven d/m by 31/3/2025, 採用日 m/d by 3/31/2010. So 2/1/2026 in 退職日 is 2 January, and 6/1/2026 in 採用日 is 1 June 2026:
not yet hired. An account of somebody not yet hired is no leaver's.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,採用日,退職日
01,甲,税務課,3/31/2010,31/3/2025
02,乙,税務課,4/1/2011,2/1/2026
03,丙,税務課,6/1/2026,
-- tax.csv --
利用者ID,職員番号
u1,01
u2,02

-- expect exceptions --
leaver-account  税務  u1  evidence.left_on=2025-03-31
leaver-account  税務  u2  evidence.left_on=2026-01-02
-- expect issues --
