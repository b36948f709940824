# Which accounts the role rules judge
role-unknown is †: it judges the account of a leaver, a shared and a service account. role-not-allowed needs a present holder.
Disabled accounts are not judged.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {roles: roles.csv}

-- roles.csv --
system,role,department,job_type,position,employment
税務,課税,税務課,,,

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,市民課,2026-01-31
002,鈴木一郎,税務課,

-- tax.csv --
利用者ID,職員番号,種別,管理責任者,状態,権限
leaver,001,個人,,有効,課税;謎
shared,,共用,002,有効,課税;謎
service,,サービス,002,有効,謎
disabled,002,個人,,停止,謎

-- expect exceptions --
leaver-account  税務  leaver
role-unknown  税務  leaver
role-unknown  税務  shared
role-unknown  税務  service
-- expect issues --
