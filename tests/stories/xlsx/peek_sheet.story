# Any sheet can be looked at
Also a hidden one, by its name. Numbers, days, flags and errors as a person sees them.

$ peek staff.xlsx --sheet 控 --lang en
exit 0

-- staff.xlsx (xlsx) --
== 職員 ==
職員番号
001
== 控 hidden ==
番号,日,時,有,誤
#1235.0,#46112:[$-411]ggge"年"m"月"d"日",#46112.5:yyyy/m/d h:mm,!TRUE,?#N/A

-- expect exactly stdout --
番号,日,時,有,誤
1235,2026-03-31,2026-03-31 12:00:00,TRUE,#N/A

-- expect stderr --
staff.xlsx[控]: Excel workbook
sheets of the workbook: 職員, 控
hidden sheet
