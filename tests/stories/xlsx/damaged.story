# Workbooks that cannot be read
All are named with what to do, and nothing is written.

$ run --lang en --as-of 2026-03-31 --roster staff.csv --system A=cut.xlsx --system B=macros.xlsx --system C=bomb.xlsx
exit 3

-- staff.csv --
職員番号,氏名
001,佐藤花子

-- cut.xlsx (python) --
import io as _io, zipfile
_b = _io.BytesIO()
with zipfile.ZipFile(_b, "w") as z:
    z.writestr("[Content_Types].xml", "<Types/>")
    z.writestr("xl/workbook.xml", "<workbook/>")
out.write(_b.getvalue()[:-30])

-- macros.xlsx (python) --
import zipfile
with zipfile.ZipFile(out, "w") as z:
    z.writestr("[Content_Types].xml", '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>')
    z.writestr("xl/workbook.xml", "<workbook/>")

-- bomb.xlsx (python) --
import zipfile
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("[Content_Types].xml", "<Types/>")
    z.writestr("xl/workbook.xml", "<workbook>" + " " * (20 << 20) + "</workbook>")

-- expect stderr --
cut.xlsx: the Excel workbook is damaged
macros.xlsx: this Excel workbook has macros
bomb.xlsx: xl/workbook.xml in the workbook unpacks to more than 200 times its size
