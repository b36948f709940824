# Quick mode: each product of a license list is a license of its own
As in the configuration that init writes. A list of one product keeps the name it was given.

$ run --as-of 2026-04-10 --roster staff.csv --license M365=users.csv --license Draw=draw.csv

-- staff.csv --
職員番号,氏名,所属,採用日
001,佐藤花子,税務課,2010-04-01
002,鈴木一郎,税務課,2010-04-01
-- users.csv --
職員番号,製品
001,Suite E3+Talk
002,Suite E3;Power BI (free)
-- draw.csv --
職員番号,製品
001,Draw Pro

-- expect summary --
licenses[0].name == "Suite E3"
licenses[0].assigned == 2
licenses[1].name == "Talk"
licenses[1].assigned == 1
licenses[2].name == "Draw"
licenses[2].assigned == 1
