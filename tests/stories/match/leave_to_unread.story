# An end of leave that could not be read is no open end
Two posts of one person: the leave that the first tells of ended before the day, the second's end is R7.2.29, no day at all. Whether the login was within that
leave nobody knows: leave-login is not judged, and counted so.

$ run --as-of 2025-10-31 --no-ledger

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,休職開始日,休職終了日
001,佐藤花子,税務課,2025-10-21,2025-10-22
001,佐藤花子,市民課,2025-10-21,R7.2.29
-- tax.csv --
利用者ID,職員番号,最終ログイン日
u1,001,2025-10-25

-- expect exceptions of leave-login --
-- expect summary --
systems[0].not_judged.leave-login == 1
