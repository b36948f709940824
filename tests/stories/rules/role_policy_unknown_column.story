# A condition of policy/roles that is not understood is said
A blank condition allows everybody, and so would a column that is not understood: silence must not look like a pass, so the header is an
input issue. A column of notes is none, and a column that `columns` names is understood.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 税務, owner: 税務課, source: tax.csv}
policy: {roles: roles.csv}

-- roster.csv --
職員番号,氏名,所属,役職
001,佐藤花子,税務課,主事

-- tax.csv --
利用者ID,職員番号,権限
u1,001,更新
u2,001,承認

-- roles.csv --
システム,権限,許可所属,許せる役職,備考
税務,更新,福祉課,,要確認
税務,承認,,課長,

-- expect exceptions of role-not-allowed role-unknown --
role-not-allowed  税務  u1
-- expect issues --
roles.csv:1 header-unknown 許せる役職
-- expect file issues.csv --
見出し 許せる役職 の意味が分からず、この列の条件は効きません: columns で項目を指定するか、備考の列にしてください
