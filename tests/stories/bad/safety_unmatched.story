# More than half of a system has nobody
20 personal accounts, 11 of them (55 %) without a holder: the wrong roster or column. Exit 3, with the way out named.

$ run
$ run -c next.yaml
exit 3

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
利用者ID,職員番号
u1,001
u2,002

-- next.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: many.csv}]
systems: [{name: 税務, owner: 税務課, source: big.csv}]
-- many.csv (python) --
out.write("職員番号,氏名,所属\n".encode() + "".join(f"{i:03},職員{i},税務課\n" for i in range(9)).encode())
-- big.csv (python) --
out.write("利用者ID,職員番号\n".encode() + "".join(f"u{i},{i:03}\n" for i in range(20)).encode())

-- expect stderr --
big.csv: 安全停止
税務
11 / 20
--force --reason
