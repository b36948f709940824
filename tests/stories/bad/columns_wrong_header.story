# `columns` names a header that is not there
The nearest header is named, and all that were found. The mistake stands in the configuration.

$ run --lang en
exit 2

-- tenko.yaml --
as_of: 2026-04-01
rosters:
  - name: 職員
    source: roster.csv
    columns: {person_id: 職員番合}
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- expect stderr --
tenko.yaml:5: 
職員番合
did you mean 職員番号
職員番号, 氏名, 所属
