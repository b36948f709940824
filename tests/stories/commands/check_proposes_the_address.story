# check proposes email_from_user_id
All user IDs are the beginning of somebody's mail address; seven are too few for a safety stop.

$ check --lang en --as-of 2026-04-10 --roster staff.csv --system Tax=tax.csv

-- staff.csv --
職員番号,氏名,所属,メールアドレス
00001,氏名01,税務課,user1@city.example
00002,氏名02,税務課,user2@city.example
00003,氏名03,税務課,user3@city.example
00004,氏名04,税務課,user4@city.example
00005,氏名05,税務課,user5@city.example
00006,氏名06,税務課,user6@city.example
00007,氏名07,税務課,user7@city.example
-- tax.csv --
利用者ID,権限
user1,照会
user2,照会
user3,照会
user4,照会
user5,照会
user6,照会
user7,照会

-- expect stdout --
Tax: 7 of 7 user IDs that nobody holds are the beginning of a mail address of the roster: set email_from_user_id: "{user_id}@city.example"
