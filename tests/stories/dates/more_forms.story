# Twelve-hour clocks, days of the week, month names, Japanese clocks
All are 2026-03-16, the day after the last one.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv, two_digit_years_from: 1950}]
systems: [{name: 税務, owner: 税務課, source: {path: tax.csv, delimiter: tab}, two_digit_years_from: 1950}]

-- roster.csv --
職員番号,氏名,所属,退職日
01,甲,税務課,15-MAR-26
-- tax.csv --
利用者ID	職員番号	状態	最終ログイン日時
u01	01	停止	2026/03/16 午前 0:10:00
u02	01	停止	3/16/2026 12:10:00 AM
u03	01	停止	Mar 16 2026 12:15AM
u04	01	停止	Monday, March 16, 2026 at 8:15 p.m.
u05	01	停止	(月) 2026年3月16日 8時15分
u06	01	停止	２０２６年３月１６日（月） 午後３時５分
u07	01	停止	16-MAR-26 08.15.00.000000 AM
u08	01	停止	16.03.2026 08:15
u09	01	停止	16/Mar/2026:08:15:00 +0900
u10	01	停止	2026-03-16 00:00:00.000
u11	01	停止	Mon Mar 16 2026 08:15:00 GMT+0900 (日本標準時)
u12	01	停止	㋿8年3月16日

-- expect exceptions --
leaver-login  税務  u01  evidence.last_login_on=2026-03-16
leaver-login  税務  u02  evidence.last_login_on=2026-03-16
leaver-login  税務  u03  evidence.last_login_on=2026-03-16
leaver-login  税務  u04  evidence.last_login_on=2026-03-16
leaver-login  税務  u05  evidence.last_login_on=2026-03-16
leaver-login  税務  u06  evidence.last_login_on=2026-03-16
leaver-login  税務  u07  evidence.last_login_on=2026-03-16
leaver-login  税務  u08  evidence.last_login_on=2026-03-16
leaver-login  税務  u09  evidence.last_login_on=2026-03-16
leaver-login  税務  u10  evidence.last_login_on=2026-03-16
leaver-login  税務  u11  evidence.last_login_on=2026-03-16
leaver-login  税務  u12  evidence.last_login_on=2026-03-16
-- expect issues --
