# The first step that decides
Every account fits a different person at every step; left_on makes the match visible. Number before mail before login before name and
department.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属,メールアドレス,ログインID,退職日
001,佐藤花子,税務課,a@example.jp,login1,2026-01-31
002,鈴木一郎,税務課,b@example.jp,login2,2026-01-31
003,高橋次郎,税務課,c@example.jp,login3,2026-01-31
004,田中三郎,税務課,d@example.jp,login4,2026-01-31

-- tax.csv --
利用者ID,職員番号,メールアドレス,氏名,所属
login3,001,b@example.jp,田中三郎,税務課
LOGIN3x,,b@example.jp,田中三郎,税務課
Login4,,,佐藤花子,税務課
x,,,田中三郎,税務課
nobody,,none@example.jp,田中三郎,税務課

-- expect exceptions --
leaver-account  税務  login3  person_id=001 matched_by=person_id
leaver-account  税務  LOGIN3x  person_id=002 matched_by=email
leaver-account  税務  Login4  person_id=004 matched_by=login
leaver-account  税務  x  person_id=004 matched_by=name+department
leaver-account  税務  nobody  person_id=004 matched_by=name+department
-- expect issues --
