# Captions between rows, and accounts that begin like a remark
A list in parts has a caption before each (【管理者】): no account. 注文係 begins like 注 and is one; 注：… and 注1 … are remarks.

$ run --roster roster.csv --system A=a.csv --system B=b.csv --as-of 2026-03-31

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-02-28
002,鈴木一郎,税務課,2026-02-28

-- a.csv --
【一般】,,
利用者ID,職員番号,状態
u1,001,有効
,,
【管理者】,,
u2,002,有効
注：停止中を含む,,
注1 再任用を除く,,

-- b.csv --
利用者ID
001
注文係

-- expect exceptions --
leaver-account  A  u1
leaver-account  A  u2
leaver-account  B  001
orphan-account  B  注文係
-- expect issues --
a.csv:4 row-is-empty 利用者ID
a.csv:5 row-is-remark 利用者ID
a.csv:7 row-is-remark 利用者ID
a.csv:8 row-is-remark 利用者ID
