# X is a tick, or a no: the whole column tells, for people and seats as for accounts
退職済 ticked with X alone: who has it has left. 解約済 likewise: that seat is none. Beside ○ an X is a no: 特権 of u2. A matrix of roles ticked with X
gives the role; a word that is neither is an issue, and says nothing.

$ run --no-ledger

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: staff.csv}]
systems:
  - {name: A, owner: 税務課, source: a.csv, role_columns: [起票, 承認]}
licenses: [{name: L, owner: 税務課, source: seats.csv, quantity: 2}]
policy: {conflicts: conflicts.csv}

-- conflicts.csv --
system_a,role_a,system_b,role_b,reason
A,起票,A,承認,分離
-- staff.csv --
職員番号,氏名,所属,退職済
001,佐藤花子,税務課,X
002,鈴木一郎,税務課,
003,高橋次郎,税務課,Ｘ
-- a.csv --
利用者ID,職員番号,特権,起票,承認
u1,001,○,,
u2,002,X,X,x
u3,003,,X,たまに
-- seats.csv --
職員番号,解約済
001,x
002,

-- expect exceptions of leaver-account role-conflict privileged-unapproved license-leaver license-surplus --
leaver-account  A  u1
leaver-account  A  u3
license-surplus  L
role-conflict  A  002
-- expect issues --
a.csv:4 word-unknown 承認
-- expect summary --
licenses[0].assigned == 1
licenses[0].held_by_leavers == 0
