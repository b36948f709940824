# Who answers for a shared ID, or uses it, can act with it
KA-01. The approver role of a shared ID in the hands of its owner and of its members (contract 5): 001 owns it and has the other role, so does the
member 002; 003 has left. A service ID is nobody's to act with, an ambiguous account has no person. Of a shared ID of which neither owner nor members are known nothing
is said, and the coverage counts it.

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
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,
002,鈴木花,税務課,
003,高橋次郎,税務課,2026-01-31
0123,山田一郎,税務課,
00123,山田二郎,税務課,

-- tax.csv --
利用者ID,職員番号,種別,管理責任者,利用者一覧,権限
own,001,個人,,,作成
hers,002,個人,,,作成
shared,,共用,001,"002、003",承認
service,,サービス,001,,作成;承認
amb,123,個人,,,作成;承認
whose,,共用,,,作成;承認

-- expect exceptions --
ambiguous-owner  税務  amb
role-conflict  税務  001  evidence.shared_ids=shared
role-conflict  税務  002
shared-no-owner  税務  whose
-- expect summary --
systems[0].not_judged == {"role-conflict": 1}
-- expect issues --
