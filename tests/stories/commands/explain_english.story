# explain, in English, of an account that nobody holds
A person_id that is given and not found: nobody, and nothing below is tried (contract 4).

$ explain 税務 u9 --lang en

-- tenko.yaml --
organization: 試験市
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号,氏名,所属
u1,001,佐藤花子,税務課
u9,900,鈴木一郎,税務課

-- expect stdout --
account u9 of 税務
tax.csv:3
person ID 900
nothing else is tried
-> nobody
RAISED         orphan-account
-- expect no stdout --
RAISED         name-mismatch
