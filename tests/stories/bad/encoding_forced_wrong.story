# A CP932 list forced to be read as UTF-8
The setting overrides (DATA.md): Japanese headers are then no characters, so no header is recognised: exit 3.

$ run --lang en
exit 3

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: {path: roster.csv, encoding: utf-8}}]
-- roster.csv (cp932) --
職員番号,氏名,所属
001,佐藤花子,税務課

-- expect stderr --
roster.csv:1: no header means person_id
