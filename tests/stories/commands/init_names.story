# init names lists by their files, without day, version and the word for a list
Next quarter's file has another day in its name, and the ledger knows a system by its name: 税務システム, not
税務システム_利用者一覧_R80331. The row of the ledger of shared IDs that says 税務システム then fits. Where nothing else is left
(一覧.csv) the name stays; a lock that a spreadsheet left is no list.

$ init --lang en
$ run --as-of 2026-04-01 --no-ledger

-- 人事/職員名簿_20260331.csv --
職員番号,氏名,採用日,退職日
001,佐藤花子,2010-04-01,
002,鈴木一郎,2010-04-01,
-- 人事/退職者一覧R7.csv --
退職者氏名,職員番号,退職日
鈴木一郎,002,R8.3.31
-- システム/税務システム_利用者一覧_R80331.csv --
利用者ID,職員番号
u1,001
u2,002
madoguchi,
-- システム/文書管理（令和8年3月末時点）.csv --
利用者ID,職員番号
u1,001
u2,002
-- システム/ad_users_2026-03-31.csv --
利用者ID,職員番号
u1,001
u2,002
-- システム/一覧.csv --
利用者ID,職員番号
u1,001
u2,002
-- システム/~$一覧.csv --
x
-- 台帳/共用ID台帳.csv --
システム,ID,責任者,利用者,目的
税務システム,madoguchi,001,"001,002",窓口

-- expect no stderr --
~$
-- expect exceptions of leaver-account shared-no-owner orphan-account --
leaver-account  ad  u2
leaver-account  一覧  u2
leaver-account  文書管理  u2
leaver-account  税務システム  u2
