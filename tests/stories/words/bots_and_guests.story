# Columns that ask whether an account is a bot or a guest
A bot is a service account (it has no holder, and is not an orphan); a guest is an outsider. Several such columns: personal only if none says
otherwise, whatever their order. A word that is no answer is an issue, and the account stays personal.

$ run --as-of 2026-04-01 --roster staff.csv --system chat=chat.csv --lang en

-- staff.csv --
employee_id,name,email
001,佐藤 花子,sato@example.jp

-- chat.csv --
user_id,email,is_bot,is_guest
u1,sato@example.jp,false,false
u2,,true,false
u3,partner@example.com,false,true
u4,lost@example.jp,false,false
u5,,1,
u6,sato2@example.jp,perhaps,false

-- expect exceptions of orphan-account --
orphan-account  chat  u3
orphan-account  chat  u4
orphan-account  chat  u6
-- expect issues --
chat.csv:7 word-unknown is_bot
-- expect file inventory/chat.csv --
,u2,service,
,u3,external,
,u4,personal,
,u5,service,
