# A time with a zone is the day in the organisation's zone
Japan by default: 15:30 UTC of the 15th is half past midnight of the 16th, after the last day. A time without a zone is its day.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
01,甲,税務課,2026-03-15
02,乙,税務課,2026-03-15
03,丙,税務課,2026-03-15
04,丁,税務課,2026-03-15
05,戊,税務課,2026-03-15
-- tax.csv --
利用者ID,職員番号,状態,最終ログイン日時
u1,01,停止,2026-03-15T15:30:00Z
u2,02,停止,2026-03-15T14:59:59.999Z
u3,03,停止,2026-03-15 11:30 AM EST
u4,04,停止,2026/03/15 23:59:59
u5,05,停止,Mar 16 2026 12:15 AM GMT+9

-- expect exceptions --
leaver-login  税務  u1  evidence.last_login_on=2026-03-16
leaver-login  税務  u3  evidence.last_login_on=2026-03-16
leaver-login  税務  u5  evidence.last_login_on=2026-03-16
-- expect issues --
