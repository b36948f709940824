# The seat of an orphan
The seat names a user ID of the system: nobody holds the account u9, so nobody is known to hold the seat. An account that is disabled is no orphan: its seat is given back (u8).

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
licenses: [{name: 帳票, system: 税務, source: seats.csv}]

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,状態
u1,001,有効
u8,808,停止
u9,909,有効

-- seats.csv --
利用者ID
u1
u8
u9

-- expect exceptions --
orphan-account  税務  u9
license-unknown-holder  帳票  u9
license-disabled-account  帳票  u8
-- expect summary --
licenses[0].held_by_unknown == 1
licenses[0].active == 2
