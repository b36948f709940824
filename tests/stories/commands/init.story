# init, then run
The configuration that init writes is one that runs: files are told apart by their headers, names come from the files.
A file of no kind stands as a comment with its headers.

$ init
$ check
$ run --as-of 2026-04-01

-- hr/staff.csv --
職員番号,氏名,所属,採用日,退職日
001,佐藤花子,税務課,2010-04-01,
002,鈴木一郎,税務課,2010-04-01,2026-03-31
-- systems/tax.csv (cp932 crlf) --
利用者ID,職員番号,権限,最終ログイン日
u1,001,照会,2026-03-30
u2,002,更新,2026-03-30
-- licenses/office.csv --
職員番号,割当日,最終利用日
001,2025-04-01,2026-03-30
-- notes.csv --
日付,天気
2026-04-01,晴

-- expect exceptions --
leaver-account  tax  u2
system-owner-unknown  tax
-- expect issues --
-- expect file ../tenko.yaml --
path: "hr/staff.csv"
path: "systems/tax.csv"
path: "licenses/office.csv"
#   見つかった見出し: ["日付", "天気"]
-- expect no file ../tenko.yaml --
path: "notes.csv", encoding
