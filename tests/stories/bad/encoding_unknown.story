# An encoding that does not exist
A mistake in the configuration: exit 2, with the line and the names that exist.

$ run --lang en
exit 2

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tenko.yaml --
as_of: 2026-04-01
rosters:
  - name: 職員
    source: {path: roster.csv, encoding: utf-9}

-- expect stderr --
tenko.yaml:4: 
utf-9
cp932
