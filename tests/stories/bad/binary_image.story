# A picture instead of CSV
Bytes that are no text in any encoding: exit 3, not a thousand input issues.

$ run --as-of 2026-04-01 --roster roster.csv --system 税務=tax.csv --lang en
exit 3

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv (python) --
out.write(b"\x89PNG\r\n\x1a\n" + bytes((i * 37) % 256 for i in range(4096)))

-- expect stderr --
tax.csv: this is not a text file
