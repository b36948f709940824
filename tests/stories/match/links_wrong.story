# Links that lead nowhere are input issues
An unknown person, an unknown account, an unknown system, an empty person: each row is ignored and named, and the account is matched as if
the row were not there.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
policy: {links: links.csv}

-- links.csv --
システム,利用者ID,職員番号,備考
税務,u1,999,
税務,u9,001,
福祉,u1,001,
税務,u1,,

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31

-- tax.csv --
利用者ID,職員番号
u1,001

-- expect exceptions --
leaver-account  税務  u1  matched_by=person_id
-- expect issues --
links.csv:2 policy-no-person
links.csv:3 link-no-account
links.csv:4 policy-no-system
links.csv:5 link-empty
