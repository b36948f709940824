# User Name is a login in one product and a name in the next
Contract 3: a header is also judged by its column. Names with blanks are no user IDs where an address stands beside them (files), and logins
are no names beside another ID (chat: h.sato is no name that disagrees with 佐藤 花子). Where nothing else names the account, the column is the ID (old).

$ run --as-of 2026-04-01 --roster staff.csv --system files=files.csv chat=chat.csv old=old.csv --lang en

-- staff.csv --
employee_id,name,romaji,email,login
001,佐藤 花子,Sato Hanako,sato@example.jp,h.sato
002,鈴木 一郎,Suzuki Ichiro,suzuki@example.jp,i.suzuki

-- files.csv --
User Name,User Email,Last Activity
Hanako Sato,sato@example.jp,2026-03-20
Ichiro Suzuki,suzuki@example.jp,2026-03-20
Jiro Tanaka,tanaka@example.jp,2026-03-20

-- chat.csv --
Login,User
sato@example.jp,h.sato
suzuki@example.jp,i.suzuki

-- old.csv --
User Name,Last Login
Sato Hanako,2026-03-20
Suzuki Ichiro,2026-03-20

-- expect exceptions --
orphan-account  files  tanaka@example.jp
orphan-account  old  Sato Hanako
orphan-account  old  Suzuki Ichiro
