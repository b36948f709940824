# A number from a program, or a day, says on or off
1.0 and 0.0 are what programs with one kind of number make of 1 and 0. "deactivated" and 凍結 may hold the day instead of a yes: 002
and 003 are off since then. A day that lies ahead (004) switches nothing off yet; a code (005) is an unknown word. Frozen is a state
beside Active, and a `delete_at` in milliseconds with 0 for none is one too.

$ run

-- tenko.yaml --
organization: 試験市
as_of: 2026-03-31
rosters: [{name: 職員, source: roster.csv}]
systems:
  - {name: 数, owner: 税務課, source: number.csv}
  - {name: 日, owner: 税務課, source: day.csv}
  - {name: 印, owner: 税務課, source: frozen.csv}
  - {name: 会話, owner: 税務課, source: chat.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-02-28
002,鈴木一郎,税務課,2026-02-28
003,高橋三郎,税務課,2026-02-28
004,田中四郎,税務課,2026-02-28
005,伊藤五郎,税務課,2026-02-28

-- number.csv --
利用者ID,職員番号,有効
n1,001,1.0
n2,002,0.0
n3,003,0.00

-- day.csv --
利用者ID,職員番号,凍結
d1,001,
d2,002,2026/3/1
d3,003,2026-03-15T01:00:00Z
d4,004,2026/6/30
d5,005,77

-- frozen.csv --
Username,Employee ID,Active,Frozen
f1,001,1,0
f2,002,1,1

-- chat.csv --
username,employee id,delete_at
c1,001,0
c2,002,1773700000000

-- expect exceptions of leaver-account --
leaver-account  数  n1
leaver-account  日  d1
leaver-account  日  d4
leaver-account  日  d5
leaver-account  印  f1
leaver-account  会話  c1
-- expect issues --
day.csv:6 word-unknown 凍結
