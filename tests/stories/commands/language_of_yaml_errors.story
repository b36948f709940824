# Errors of a configuration in its own language
The key that is wrong stands before the language: the file is YAML, so its language can be read.

$ check
exit 2

-- tenko.yaml --
organisation: Test
language: en
rosters: [{name: 職員, source: roster.csv}]
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- expect stderr --
unknown key
organization
