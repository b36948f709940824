# Files on the command line alone
Headers are recognised, systems are named by NAME; owners and other configuration are not asked for (BRIEF: system-owner-unknown is not evaluated).

$ run --as-of 2026-03-31 --roster roster.csv --system 税務=tax.csv --license テレワーク=telework.csv

-- roster.csv --
社員番号,氏名,部署,退職日
001,佐藤花子,税務課,2026-01-31
002,鈴木一郎,税務課,

-- tax.csv --
ログインID,従業員番号,氏名
a,1,佐藤花子
b,002,鈴木一郎
c,,別人

-- telework.csv --
職員番号,最終利用日
001,2026-01-01
002,2026-03-01

-- expect exceptions --
leaver-account  税務  a  person_id=001
orphan-account  税務  c
license-leaver  テレワーク  001
-- expect issues --
-- expect summary --
organization == ""
systems[0].name == "税務"
