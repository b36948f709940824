# EUC-JP that is not set
Auto takes it for CP932, and no header makes sense: exit 3, not wrong names.

$ run --as-of 2026-04-01 --roster roster.csv
exit 3

-- roster.csv (euc-jp) --
職員番号,氏名,所属
001,佐藤花子,税務課

-- expect stderr --
roster.csv:1: 
person_id
