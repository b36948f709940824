# Answering for an ID is not holding it
A shared or service account has an owner, not a holder (contract 4): the approver role of a shared ID does not make its owner hold both. An ambiguous
account has no person either.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {conflicts: conflicts.csv}

-- conflicts.csv --
system_a,role_a,system_b,role_b,reason
税務,作成,税務,承認,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
0123,山田一郎,税務課
00123,山田二郎,税務課

-- tax.csv --
利用者ID,職員番号,種別,管理責任者,権限
own,001,個人,,作成
shared,,共用,001,承認
service,,サービス,001,作成;承認
amb,123,個人,,作成;承認

-- expect exceptions --
ambiguous-owner  税務  amb
-- expect issues --
