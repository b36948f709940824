# Hyphens in codes
- － − ‐ ‑ – — ― are one hyphen in IDs; so is what an IME makes of it, ｰ and ー.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
A-001,佐藤一,税務課
A-002,佐藤二,税務課
A-003,佐藤三,税務課
A-004,佐藤四,税務課
A-005,佐藤五,税務課
A-006,佐藤六,税務課
A-007,佐藤七,税務課
A-008,佐藤八,税務課
A-009,佐藤九,税務課
-- tax.csv --
利用者ID,職員番号
u1,A－001
u2,A−002
u3,A‐003
u4,A‑004
u5,A–005
u6,A—006
u7,A―007
u8,Aｰ008
u9,Aー009

-- expect exceptions --
-- expect issues --
-- expect summary --
systems[0].matched == 9
