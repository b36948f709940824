# Earlier spells, and who had left before
One address, two numbers: of two spells of one person (same name, one login) the present one is meant; where all have left, the one who left last; where all but
one had left before the account was created, the remaining one. Two present people stay ambiguous.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-03-31
rosters: [{name: 職員, source: staff.csv}]
systems: [{name: 連絡, owner: 総務課, source: mail.csv}]

-- staff.csv --
職員番号,氏名,所属,退職日,メールアドレス,ログイン名
1001,青山葵,総務課,2024-03-31,aoyama@city.example,aoyama
2001,青山葵,総務課,,aoyama@city.example,aoyama
1002,石井守,総務課,2023-03-31,ishii@city.example,ishii
2002,石井守,総務課,2025-09-30,ishii@city.example,ishii
1003,上田学,総務課,2024-03-31,desk@city.example,
2003,江口実,総務課,,desk@city.example,
1004,小川香,総務課,,both@city.example,
2004,加藤翼,総務課,,both@city.example,

-- mail.csv --
利用者ID,メールアドレス,登録日
m1,aoyama@city.example,
m2,ishii@city.example,
m3,desk@city.example,2025-04-01
m4,desk@city.example,
m5,both@city.example,2025-04-01

-- expect exceptions --
leaver-account  連絡  m2  person_id=2002 evidence.left_on=2025-09-30
ambiguous-owner  連絡  m4
ambiguous-owner  連絡  m5
