# A delimiter that is set
The setting overrides: here every row has more semicolons than pipes.

$ run

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: {path: tax.csv, delimiter: "|"}}]
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID|職員番号|備考;;;
u1|001|a;b;c;d
u2|002|a;b;c;d

-- expect exceptions --
-- expect issues --
