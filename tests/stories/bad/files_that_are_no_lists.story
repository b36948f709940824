# Files that are no lists
Recognised by their bytes, whatever their name says: each is named for what it is, all in one run, and nothing is written.

$ run --as-of 2026-04-01 --lang en --roster roster.csv --system A=web.csv --system B=sheet.xls --system C=old.xls --system D=locked.xlsx --system E=export.csv --system F=ids.csv --system G=dir.txt --system H=page.mht
exit 3

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- web.csv (utf-16le) --
<!DOCTYPE html>
<html><body>utilisateur, nom</body></html>

-- sheet.xls (cp932) --
<?xml version="1.0" encoding="Shift_JIS"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook><Worksheet ss:Name="一覧"/></Workbook>

-- old.xls (python) --
out.write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000)

-- locked.xlsx (python) --
out.write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 1000)

-- export.csv (utf-8-bom) --

[
  {"login": "a", "name": "A"}
]

-- ids.csv --
<DATE>,<TIME>
2026-01-01,10:00

-- dir.txt --
# extended LDIF
version: 1

dn:: dWlkPWEsZGM9eA==
objectClass: person

-- page.mht --
MIME-Version: 1.0
Content-Type: multipart/related

-- expect stderr --
web.csv: this is HTML
sheet.xls: this is XML
old.xls: this is an old Excel workbook
locked.xlsx: this Office file is encrypted
export.csv: this is JSON
dir.txt: this is LDIF
page.mht: this is HTML
ids.csv:1: no header means user_id
