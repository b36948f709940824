# More columns that say on or off, and more days
Every one of these headers is one that products write. Unrecognised, the account of somebody who has left, switched off long ago, would
be reported; or the day of leaving and the last login would be overlooked.

$ run --roster roster.csv --system A=a.csv --system B=b.csv --system C=c.csv --system D=d.csv --as-of 2026-03-31

-- roster.csv --
Employee ID,Name,Department,Date of Termination
001,Anna Berg,Finance,2026-02-28
002,Ben Cole,Finance,2026-02-28
003,Cara Dunn,Finance,

-- a.csv --
利用者ID,職員番号,停止,無効化
a1,001,,
a2,002,○,
a3,002,,○

-- b.csv --
username,employee id,disabled_flag,user_deleted
b1,001,0,0
b2,002,1,0
b3,002,0,1

-- c.csv --
username,employee id,user_active,Last Connection
c1,001,Y,2026-02-01
c2,002,N,2026-03-15
c3,003,Y,2025-02-01

-- d.csv --
利用者ID,職員番号,利用可,最終活動日
d1,001,可,2026-02-01
d2,002,不可,2026-02-01
d3,003,可,2025-02-01

-- expect exceptions of leaver-account leaver-login dormant-account never-used-account --
leaver-login  C  c2
leaver-account  A  a1
leaver-account  B  b1
leaver-account  C  c1
leaver-account  D  d1
dormant-account  C  c3
dormant-account  D  d3
-- expect issues --
