# Full-width letters and digits
０１２３ ＡＢＣ are 0123 ABC in IDs, names and departments; what is shown is what was written.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
Ａ０１２,佐藤花子,第１税務課
002,鈴木Ａ郎,税務課
-- tax.csv --
利用者ID,職員番号,氏名,所属
ｕ１,a012,佐藤花子,第1税務課
u2,００２,鈴木a郎,税務課

-- expect exceptions --
-- expect issues --
-- expect summary --
systems[0].matched == 2
