# init: each product of a list is a license of its own
Two lists that name one product stay two licenses; free tiers are no seats. What is written loads.

$ init
$ run --as-of 2026-04-10 --no-ledger

-- staff.csv --
職員番号,氏名,所属,採用日,メールアドレス
001,佐藤花子,税務課,2010-04-01,sato@city.example
002,鈴木一郎,税務課,2010-04-01,suzuki@city.example
-- licenses/cloud.csv --
メールアドレス,ライセンス製品名,製品,割当日
sato@city.example,,Suite E3+Draw,2025-01-01
suzuki@city.example,,Suite E3,2025-01-01
suzuki@city.example,,Power BI (free),2025-01-01
-- licenses/cloud2.csv --
職員番号,製品,割当日
001,Suite E3,2025-01-01
002,Talk,2025-01-01

-- expect summary --
licenses[0].name == "Suite E3"
licenses[0].assigned == 2
licenses[1].name == "Draw"
licenses[1].assigned == 1
licenses[2].name == "cloud2: Suite E3"
licenses[2].assigned == 1
licenses[3].name == "Talk"
