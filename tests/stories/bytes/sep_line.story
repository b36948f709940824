# Excel's sep= line, the BOM, the DOS end mark
DATA.md: `sep=;` and 0x1A (old DOS end) arrive as rows: they are dropped. The line numbers count the sep= line.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv (python) --
out.write("sep=;\r\n職員番号;氏名;所属\r\n001;佐藤花子;税務課\r\n002;鈴木一郎;税務課\r\n\x1a".encode("cp932"))
-- tax.csv (python) --
out.write(b"\xef\xbb\xbf" + "\"利用者ID\",\"職員番号\"\r\n\"u1\",\"001\"\r\n\"u9\",\"902\"\r\n\x1a".encode())

-- expect exceptions --
orphan-account  税務  u9  line=3
-- expect issues --
-- expect summary --
rosters[0].rows_read == 2
systems[0].rows_read == 2
