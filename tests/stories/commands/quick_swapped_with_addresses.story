# A roster with addresses in a system's place
A list without user IDs is one of addresses people log in with; but days of employment and nothing of an account make it a roster.
It is refused: its people would be accounts, and nearly all of them orphans.

$ run --roster tax.csv --system 税=hr.csv --as-of 2026-03-31
exit 3

-- tax.csv --
利用者ID,職員番号,状態
z1,001,有効

-- hr.csv --
職員番号,氏名,所属,メールアドレス,採用日,退職日
001,佐藤花子,税務課,sato@city.example,2015-04-01,
002,鈴木一郎,税務課,suzuki@city.example,2015-04-01,2026-02-28

-- expect stderr --
hr.csv:1
user_id
