# Members that no roster has are an issue
KA-01 follows shared IDs to their members; a member whom nobody knows could be anybody. Both in policy/shared and in the list of a
system, with the number that was written. 002 and 0002 are the same number: no issue. A second row of one shared ID has no effect and is said.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 窓口, owner: 市民課, source: list.csv}
  - {name: 広報, owner: 市民課, source: cms.csv}
policy: {shared: shared.csv}

-- roster.csv --
職員番号,氏名,所属
0001,佐藤花子,市民課
0002,鈴木一郎,市民課
-- list.csv --
利用者ID,種別,管理責任者,共用者
k1,共用,0001,0001;002
k2,共用,0001,0001;0777
-- cms.csv --
利用者ID,種別
a1,共用
-- shared.csv --
system,user_id,owner,members
広報,a1,0001,0002;0888
広報,a1,0002,0001

-- expect exceptions of shared-no-owner --
-- expect issues --
list.csv:3 member-nobody 共用者
shared.csv:2 policy-no-person members
shared.csv:3 shared-twice user_id
