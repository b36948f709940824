# What makes an account privileged
The column's word, or one of its roles standing in privileged_roles (case and width are no difference), even where the column says
no. No approval is configured for anybody: every privileged account is raised, whoever holds it.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    privileged_roles: [管理者, Root]
policy: {privileged: privileged.csv}

-- privileged.csv --
system,user_id,person_id,approved_by,approved_on,expires_on

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,種別,特権,権限,状態
column,001,外部,○,一般,有効
role,001,外部,,一般;管理者,有効
role_no,001,外部,×,ｒｏｏｔ,有効
plain,001,外部,×,一般,有効
empty,001,外部,,,有効
like,001,外部,,副管理者,有効
disabled,001,外部,○,管理者,停止

-- expect exceptions --
privileged-unapproved  税務  column  severity=high
privileged-unapproved  税務  role
privileged-unapproved  税務  role_no
-- expect issues --
-- expect summary --
systems[0].privileged == 4
