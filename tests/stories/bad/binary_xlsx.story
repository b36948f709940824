# An Excel workbook instead of CSV
Exit 3, and how to make CSV of it.

$ run --as-of 2026-04-01 --roster roster.csv --system 税務=tax.xlsx
exit 3

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.xlsx (python) --
import io as _io, zipfile
with zipfile.ZipFile(out, "w") as z:
    z.writestr("[Content_Types].xml", "<Types/>")
    z.writestr("xl/workbook.xml", "<workbook/>")

-- expect stderr --
tax.xlsx: 
Excel
CSV
