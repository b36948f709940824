# Of two headers the one that says it more clearly is the field
採用日 before 入庁日, 発令日 before 異動日, 在職区分 before 状態, 登録日 before 利用開始日, 権限 before グループ: in each pair the first is the field itself and
the second may be something near it. Here the second of each pair would raise something (u1: never used since 2020; initial password;
an unknown role), the first raises nothing.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}
policy: {roles: roles.csv}

-- roster.csv --
職員番号,氏名,所属,入庁日,採用日,異動日,発令日,状態,在職区分
001,佐藤花子,税務課,2027-04-01,2010-04-01,2026-03-01,2020-04-01,退職,在職

-- tax.csv --
利用者ID,職員番号,利用開始日,登録日,グループ,権限,最終ログイン日,パスワード変更日
u1,001,2020-04-01,2026-03-20,窓口班,照会,,2026-03-20

-- roles.csv --
システム,権限
税務,照会

-- expect exceptions --
-- expect issues --
tax.csv: most-without-login 最終ログイン日
-- expect summary --
systems[0].matched == 1
