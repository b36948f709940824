# Second IDs, and full names
`kinds: admin` with a place for the person names the holder, by login or number; an admin account is no duplicate of the personal one. `match.accept: name` links
a full name that exactly one person has now, and never a former one or one of two. A number without its zeros is nobody's where the name says otherwise.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-03-31
match: {accept: name}
rosters: [{name: 職員, source: staff.csv}]
systems:
  - name: 庁内LAN
    owner: 総務課
    source: lan.csv
    kinds: {admin: ["adm-{login}", "{person_id}-x"]}
    email_from_user_id: "{user_id}@city.example"

-- staff.csv --
職員番号,氏名,旧姓,所属,ログイン名,メールアドレス
0007,青山葵,,総務課,aoyama,
0008,石井守,,税務課,,m.ishii@city.example
0009,上田学,井上,市民課,,
0010,江口実,,市民課,,
0011,江口実,,税務課,,

-- lan.csv --
利用者ID,氏名
aoyama,
adm-Aoyama,
8-x,
m.ishii,
7,太田光
u1,上田 学
u2,井上学
u3,江口実

-- expect exceptions --
orphan-account  庁内LAN  7
orphan-account  庁内LAN  u2
orphan-account  庁内LAN  u3
