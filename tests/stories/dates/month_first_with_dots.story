# With dots the day comes first, unless the column proves the other
3.31.2025 can only be 31 March: the column puts the month first, and 2.1.2026 in it is 1 February. In the other column nothing is proven: the
day comes first, 2.1.2026 is 2 January.

$ run --no-ledger

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
01,甲,税務課,3.31.2025
02,乙,税務課,2.1.2026
-- tax.csv --
利用者ID,職員番号,有効期限
u1,01,
u2,02,2.4.2026

-- expect exceptions of leaver-account --
leaver-account  税務  u1  evidence.left_on=2025-03-31
leaver-account  税務  u2  evidence.left_on=2026-02-01
-- expect issues --
