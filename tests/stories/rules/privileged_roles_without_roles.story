# privileged_roles, but no roles in the list
"Known" is the column, or privileged_roles together with roles (BRIEF). Here neither: not evaluated, however the IDs are called.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    privileged_roles: [管理者]
    kinds: {shared: "admin*"}
policy: {privileged: privileged.csv}

-- privileged.csv --
system,user_id,person_id,approved_by,approved_on,expires_on

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,多要素認証
admin,,×

-- expect exceptions --
-- expect issues --
-- expect file systems.csv --
privileged-unapproved: 
privileged-approval-expired: 
privileged-shared: 
mfa-missing:
