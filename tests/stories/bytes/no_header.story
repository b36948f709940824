# Lists without a header
With `header: none` the first line is an entry, and columns gives positions: a passwd file, whose : is proved by every line, and a roster. Nothing is lost.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
language: en
rosters:
  - name: 職員
    source: {connector: csv, path: staff.csv, header: none}
    columns: {person_id: 1, name: 2, left_on: 4}
systems:
  - name: Linux
    owner: 税務課
    source: {connector: csv, path: passwd, header: none}
    columns: {user_id: 1, person_id: 5, status: 7}
    values: {status: {enabled: [/bin/bash], disabled: [/sbin/nologin]}}

-- staff.csv --
001,佐藤花子,税務課,
002,鈴木一郎,税務課,2026-03-30

-- passwd --
# comments of the system
root:x:0:0::/root:/bin/bash
sato:x:1001:1001:001:/home/sato:/bin/bash
suzuki:x:1002:1002:002:/home/suzuki:/bin/bash
mori:x:1003:1003:001:/home/mori:/sbin/nologin

-- expect exceptions --
orphan-account  Linux  root
leaver-account  Linux  suzuki
-- expect issues --
passwd:1 row-is-remark 1
-- expect summary --
systems[0].rows_read == 5
systems[0].accepted == 4
