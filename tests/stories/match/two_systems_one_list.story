# The same user ID in two systems is two accounts
A link, a template and kinds are a system's own.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
  - {name: 福祉, owner: 税務課, source: tax.csv, person_id_from_user_id: "u{person_id}"}
  - {name: 年金, owner: 税務課, source: tax.csv, kinds: {service: "u*"}}
policy: {links: links.csv}

-- links.csv --
system,user_id,person_id,note
税務,u1,002,

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31
002,鈴木一郎,税務課,2026-02-28

-- tax.csv --
利用者ID
u1

-- expect exceptions --
leaver-account  税務  u1  person_id=002 matched_by=link
leaver-account  福祉  u1  person_id=001 matched_by=template
-- expect issues --
tax.csv: list-twice
tax.csv: list-twice
