# A header of a million columns
Without a header nothing can be read: exit 3 and one message, no megabytes of headers.

$ run --as-of 2026-04-01 --roster roster.csv --system 税務=tax.csv --lang en
exit 3

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv (python) --
out.write(b",".join(b"c%d" % i for i in range(1000000)) + b"\n" + b"1," * 999999 + b"1\n")

-- expect stderr --
tax.csv
4,096
