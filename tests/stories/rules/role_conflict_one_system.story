# Author and approver in one hand
KA-01: the same person could hold both. Within one system: through one account with both roles, or through two accounts. Only
enabled accounts count; a person on leave is still present, a leaver is not. The subject is the person.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    on_leave: keep
policy: {conflicts: conflicts.csv}

-- conflicts.csv --
system_a,role_a,system_b,role_b,reason
税務,作成,税務,承認,相互けん制

-- roster.csv --
職員番号,氏名,所属,退職日,休職開始日
001,佐藤花子,税務課,,
002,鈴木一郎,税務課,,
003,高橋次郎,税務課,,
004,田中三郎,税務課,,2026-01-01
005,伊藤四郎,税務課,2026-01-31,
006,渡辺五郎,税務課,,

-- tax.csv --
利用者ID,職員番号,種別,状態,権限
one,001,個人,有効,作成;承認
two_a,002,個人,有効,作成
two_b,002,外部,有効,承認
off_a,003,個人,有効,作成
off_b,003,外部,停止,承認
leave,004,個人,有効,承認;作成
left,005,個人,有効,作成;承認
single,006,個人,有効,承認
orphan,999,個人,有効,作成;承認

-- expect exceptions --
role-conflict  税務  001  severity=high person_id=001 evidence.role_a=作成 evidence.role_b=承認 evidence.reason=相互けん制
role-conflict  税務  002  evidence.user_ids_a=two_a evidence.user_ids_b=two_b
role-conflict  税務  004
leaver-account  税務  left
orphan-account  税務  orphan
-- expect issues --
