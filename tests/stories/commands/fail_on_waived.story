# --fail-on and waived exceptions
What was waived was accepted: it stays in the list and does not fail the run.

$ run --fail-on info

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
policy: {waivers: waivers.csv}
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号
u9,900
-- waivers.csv --
ルール,対象,対象ID,理由,承認者,有効期限
orphan-account,税務,u9,委託先,課長,2026-12-31

-- expect exceptions --
orphan-account  税務  u9  waived=true
-- expect summary --
counts.waived == 1
