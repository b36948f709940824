# The configuration's language wins over TENKO_LANG
…and --lang over both.

$ check
with variable TENKO_LANG=en

-- tenko.yaml --
as_of: 2026-04-01
language: ja
rosters: [{name: 職員, source: roster.csv}]
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- expect stdout --
名簿 職員
