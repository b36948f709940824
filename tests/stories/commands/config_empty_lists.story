# Empty lists are nothing given
Programs that write tenko.yaml write `[]` where there is nothing. It means what leaving the key out means: no licenses, every ID
personal, no words of the source's own.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
departments: ~
rosters:
  - {name: 職員, source: roster.csv, columns: {}, values: {status: {leave: []}}}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
    kinds: {shared: [], service: [], external: []}
    values: {privileged: {yes: []}}
    privileged_roles: []
    eligible: {}
licenses: []
policy: {}
defaults: {}
rules: {}
safety: {}

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,権限
u1,001,管理者
u2,009,照会

-- expect exceptions --
orphan-account  税務  u2
-- expect issues --
-- expect summary --
licenses == []
