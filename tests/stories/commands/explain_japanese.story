# explain, to an officer
Contract 1: source lines, keys compared, the match and its rule, every rule's verdict; in Japanese by default.

$ explain 税務 Ｕ１

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属,退職日
000123,髙橋花子,税務課,2026-03-31
-- tax.csv --
利用者ID,職員番号,氏名,所属,最終ログイン日
u1,123,高橋花子,税務課,2026-03-30

-- expect stdout --
税務 のアカウント u1
tax.csv:2
職員番号 123
先頭のゼロを除いた 123
000123 髙橋花子
roster.csv:2
person_id
退職
left_on: 2026-03-31
該当       leaver-account
問題なし   leaver-login
評価不能   mfa-missing
