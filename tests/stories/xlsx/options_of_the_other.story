# An option that a workbook does not have
A workbook has no encoding: what has no effect is an error, not ignored.

$ check --lang en
exit 2

-- tenko.yaml --
departments: {path: d.xlsx, encoding: cp932}
rosters: [{name: 職員, source: staff.csv}]

-- d.xlsx (xlsx) --
コード,名称
0010,税務課

-- staff.csv --
職員番号,氏名
001,佐藤

-- expect stderr --
tenko.yaml:1: 
encoding
