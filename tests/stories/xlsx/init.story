# init finds workbooks
And writes how they are read.

$ init . --lang en
exit 0
$ check --lang en
exit 0

-- hr/staff.xlsx (xlsx) --
職員番号,氏名,所属,採用日
001234,佐藤花子,税務課,#43922:yyyy/m/d

-- systems/tax.xlsx (xlsx) --
利用者ID,職員番号,氏名,権限,最終ログイン日
u1,001234,佐藤花子,照会,#46000:yyyy/m/d

-- expect stdout --
hr/staff.xlsx[Sheet1]
systems/tax.xlsx[Sheet1]
Excel workbook
