# UTF-16 without a byte order mark
Auto knows BOM, UTF-8 and CP932. This is none of them, and the sentence names the setting that helps; with it the list is read.

$ peek japanese.csv --lang en
exit 3
$ run
exit 3
$ run -c set.yaml

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv (python) --
out.write("利用者ID\t職員番号\r\nu1\t001\r\nu2\t002\r\nuser-number-three\t002\r\n".encode("utf-16-le"))
-- japanese.csv (python) --
out.write("利用者ID,氏名\r\nu1,佐藤　花子\r\nu2,鈴木　一郎\r\nu3,高橋　次郎\r\nu4,田中　実\r\n".encode("utf-16-be"))
-- set.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: {path: tax.csv, encoding: utf-16le}}]

-- expect exceptions --
duplicate-account  税務  u2
duplicate-account  税務  user-number-three
-- expect issues --
