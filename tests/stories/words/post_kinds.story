# Which post is the main one
本務 and 兼務 as words, and a tick under 兼務, say which of several posts is shown: without them it would be the first by code.

$ run --roster words.csv --roster ticks.csv --system A=a.csv --as-of 2026-03-31

-- words.csv --
職員番号,氏名,所属コード,所属,本務兼務,退職日
001,佐藤花子,10,税務課,兼務,2026-02-28
001,佐藤花子,20,市民課,本務,2026-02-28

-- ticks.csv --
職員番号,氏名,所属コード,所属,兼務フラグ,退職日
002,鈴木一郎,10,税務課,1,2026-02-28
002,鈴木一郎,20,市民課,0,2026-02-28

-- a.csv --
利用者ID,職員番号
u1,001
u2,002

-- expect exceptions --
leaver-account  A  u1
leaver-account  A  u2
-- expect issues --
-- expect summary --
counts.by_department.市民課 == 2
