# Standard output is closed
The same, and the files Tenko opens do not become standard output.

$ peek tax.csv
exit 4
with stdout closed

-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect stderr --
標準出力に書き込めません
