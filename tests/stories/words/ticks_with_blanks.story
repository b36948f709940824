# A column of ticks alone: blank is no
○ where multi-factor authentication is on, nothing where it is not (paper forms, SAP with X). Beside words a blank says nothing.

$ run --lang en

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: staff, source: staff.csv}]
systems:
  - {name: A, owner: Tax, source: a.csv}
  - {name: B, owner: Tax, source: b.csv}
  - {name: C, owner: Tax, source: c.csv}
-- staff.csv --
職員番号,氏名,所属
001,佐藤花子,Tax
002,鈴木一郎,Tax
-- a.csv --
利用者ID,職員番号,特権,多要素認証
u1,001,○,○
u2,002,○,
-- b.csv --
利用者ID,職員番号,特権,多要素認証
u1,001,○,X
u2,002,○,
-- c.csv --
利用者ID,職員番号,特権,多要素認証
u1,001,○,有効
u2,002,○,

-- expect exceptions of mfa-missing --
mfa-missing  A  u2
mfa-missing  B  u2
