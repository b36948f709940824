# User IDs made of the employee number
person_id_from_user_id "k{person_id}-a": k00123-a means 00123, with zeros eaten too, in any case. What does not fit the template is nobody. The template
is not tried before the login and the number itself.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    person_id_from_user_id: "k{person_id}-a"

-- roster.csv --
職員番号,氏名,所属,ログインID,退職日
00123,佐藤花子,税務課,,2026-01-31
00456,鈴木一郎,税務課,k00123-A,2026-01-31
00789,高橋次郎,税務課,,2026-01-31

-- tax.csv --
利用者ID
k00123-a
K789-A
k789
00789
k-a
xk00789-a

-- expect exceptions --
leaver-account  税務  k00123-a  person_id=00456 matched_by=login
leaver-account  税務  K789-A  person_id=00789 matched_by=template
leaver-account  税務  00789  person_id=00789 matched_by=user_id
orphan-account  税務  k789
orphan-account  税務  k-a
orphan-account  税務  xk00789-a
