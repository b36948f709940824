# What could not be read is not judged, and counted
A cell that is not empty and could not be read proves nothing: the rules that need it say nothing of that record and count it. The other rules judge it as ever.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-03-31
rosters: [{name: 職員, source: staff.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- staff.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,
002,鈴木一郎,税務課,2026-03-31
003,高橋次郎,税務課,令和80年2月

-- tax.csv --
利用者ID,職員番号,氏名,登録日,最終ログイン日
u1,001,別人,2020-04-01,3日前
u2,002,鈴木一郎,あした,
u3,003,高橋次郎,2020-04-01,2026-03-30

-- expect exceptions --
leaving-soon  税務  u2
name-mismatch  税務  u1
-- expect summary --
systems[0].not_judged.dormant-account == 1
systems[0].not_judged.never-used-account == 2
systems[0].not_judged.leaving-soon == 1
