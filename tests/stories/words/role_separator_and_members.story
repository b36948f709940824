# The separator of roles does not glue members together
`role_separator` says how the roles of a cell are divided; the members of a shared account stay divided by any of the usual signs
(CONTRACT section 2), so each of them is looked up: 001 left and 003 was posted elsewhere after the password was changed.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv, role_separator: "＋"}

-- roster.csv --
職員番号,氏名,所属,採用日,退職日,発令日
001,佐藤花子,税務課,2010-04-01,2026-01-31,2020-04-01
002,鈴木一郎,税務課,2010-04-01,,2020-04-01
003,高橋次郎,税務課,2010-04-01,,2026-03-01

-- tax.csv --
利用者ID,種別,管理責任者職員番号,利用職員,パスワード変更日,権限
kyoyu1,共用,002,002;001,2026-01-15,照会
kyoyu2,共用,002,002、003,2026-01-15,"照会/更新＋承認"
kyoyu3,共用,002,002＋001,2026-01-15,照会
kyoyu4,共用,002,002,2026-01-15,照会

-- expect exceptions --
shared-password-after-move  税務  kyoyu1
shared-password-after-move  税務  kyoyu2
shared-password-after-move  税務  kyoyu3
