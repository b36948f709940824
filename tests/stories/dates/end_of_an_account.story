# An instant of expiry
Midnight of 1 April, here or of UTC, ends the account with 31 March: it is off on 1 April. A day without a zone is the last one, and an
end in the course of a day leaves that day. All belong to somebody who left: only enabled accounts are raised.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
01,甲,税務課,2026-03-15
-- tax.csv --
利用者ID,職員番号,有効期限
u1,01,2026-04-01T00:00:00+09:00
u2,01,2026-03-31T15:00:00Z
u3,01,2026-04-01T00:00:00Z
u4,01,134194428000000000
u5,01,2026-04-01
u6,01,2026-04-01 00:00:00
u7,01,2026-04-01T08:30:00Z
u8,01,1601-01-01T00:00:00Z

-- expect exceptions --
leaver-account  税務  u5
leaver-account  税務  u6
leaver-account  税務  u7
leaver-account  税務  u8
-- expect some issues --
