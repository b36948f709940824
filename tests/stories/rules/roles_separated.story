# What separates several roles
Any of , ; / | 、 ； ／ and a new line, unless role_separator says which: then the others belong to the role's name. A role given twice is one.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
  - {name: 福祉, owner: 税務課, source: tax.csv, role_separator: ";"}
policy: {roles: roles.csv}

-- roles.csv --
system,role,department,job_type,position,employment
税務,課税,,,,
福祉,課税,,,,

-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課

-- tax.csv --
利用者ID,職員番号,種別,権限
comma,001,外部,"課税,a"
semicolon,001,外部,課税;b
slash,001,外部,課税/c
pipe,001,外部,課税|d
touten,001,外部,課税、e
wide,001,外部,課税；f／g
line,001,外部,"課税
h"
twice,001,外部,課税;課税;i;i

-- expect exceptions of role-unknown --
role-unknown  税務  comma  evidence.roles=a
role-unknown  税務  semicolon  evidence.roles=b
role-unknown  税務  slash  evidence.roles=c
role-unknown  税務  pipe  evidence.roles=d
role-unknown  税務  touten  evidence.roles=e
role-unknown  税務  wide  evidence.roles=f,g
role-unknown  税務  line  evidence.roles=h
role-unknown  税務  twice  evidence.roles=i
role-unknown  福祉  comma  evidence.roles=課税,a
role-unknown  福祉  semicolon  evidence.roles=b
role-unknown  福祉  slash
role-unknown  福祉  pipe
role-unknown  福祉  touten
role-unknown  福祉  wide
role-unknown  福祉  line
role-unknown  福祉  twice  evidence.roles=i
-- expect issues --
tax.csv: list-twice
