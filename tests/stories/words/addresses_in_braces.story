# Addresses as a shell prints them
A list of values is written {a, b} on a console: the braces are none of the addresses.

$ run --roster roster.csv --system メール=mail.csv --as-of 2026-03-31

-- roster.csv --
職員番号,氏名,所属,メールアドレス,退職日
001,佐藤花子,税務課,sato@city.example,2026-02-28

-- mail.csv --
ユーザーID,メールアドレス,状態
u1,"{smtp:hanako@city.example, SMTP:sato@city.example}",有効

-- expect exceptions --
leaver-account  メール  u1
