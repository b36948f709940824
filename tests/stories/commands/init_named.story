# init with named files
Contract 1: `init [DIR] [--roster FILE] [--system NAME=FILE]…`; paths in the file are relative to it, and its report stands beside it.

$ init city --roster city/roster.csv --system 税務=city/tax.csv
$ run -c city/tenko.yaml --as-of 2026-04-01

-- city/roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
-- city/tax.csv --
利用者ID,職員番号
u1,001

-- expect exceptions --
system-owner-unknown  税務
-- expect file ../tenko.yaml --
name: "税務"
path: "tax.csv"
path: "roster.csv"
