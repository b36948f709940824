# The former name
An account under the former name (旧姓) is no mismatch, and the former name links as the name does, together with the department.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,旧氏名,所属
001,佐藤花子,田中花子,税務課
002,鈴木梅,高橋梅,税務課
-- tax.csv --
利用者ID,職員番号,氏名,所属
u1,001,田中花子,税務課
u2,,高橋梅,税務課

-- expect exceptions --
-- expect issues --
-- expect summary --
systems[0].matched == 2
