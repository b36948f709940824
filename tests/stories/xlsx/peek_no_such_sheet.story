# A sheet that does not exist
The sheets there are are listed.

$ peek staff.xlsx --sheet 退職者 --lang en
exit 3

-- staff.xlsx (xlsx) --
== 職員 ==
職員番号
== 控 hidden ==
番号

-- expect stderr --
staff.xlsx: there is no sheet 退職者: the sheets are 職員, 控
