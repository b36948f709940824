# A column of states that names administrators
Chat services write Member, Admin and Deactivated into one column. Where no other column tells the roles, this one does (chat); where one does, or
nobody is called an administrator, the state is a state alone.

$ run

-- tenko.yaml --
as_of: 2026-04-01
language: en
rosters: [{name: staff, source: staff.csv}]
policy: {privileged: privileged.csv}
systems:
  - {name: chat, owner: IT, source: chat.csv, privileged_roles: [Admin]}
  - {name: wiki, owner: IT, source: wiki.csv}
  - {name: mail, owner: IT, source: mail.csv}

-- staff.csv --
employee_id,name,email,department
001,佐藤 花子,sato@example.jp,IT
002,鈴木 一郎,suzuki@example.jp,IT

-- privileged.csv --
system,user_id,approved_on
-- chat.csv --
userid,email,status
U1,sato@example.jp,Admin
U2,suzuki@example.jp,Member
U3,old@example.jp,Deactivated

-- wiki.csv --
userid,email,status,role
U1,sato@example.jp,Admin,reader
U2,suzuki@example.jp,Member,reader

-- mail.csv --
userid,email,status
U1,sato@example.jp,Active
U2,suzuki@example.jp,Suspended

-- expect exceptions of privileged-unapproved --
privileged-unapproved  chat  U1
-- expect summary --
systems[0].privileged == 1
systems[0].enabled == 2
systems[1].privileged == 0
systems[2].enabled == 1
