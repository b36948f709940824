# policy/links settles what nobody else can
Two people fit 1234 and two fit the name: the links table says whose the accounts are. Settled, they are judged like any other account.

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
system,user_id,person_id,note
税務,a,01234,本人確認済
税務,b,001234,本人確認済
税務,c,1234,省略

-- roster.csv --
職員番号,氏名,所属,退職日
01234,山田太郎,税務課,
001234,山田太郎,税務課,2026-01-31

-- tax.csv --
利用者ID,職員番号,氏名,所属
a,1234,山田太郎,税務課
b,,山田太郎,税務課
c,,山田太郎,税務課

-- expect exceptions --
leaver-account  税務  b  person_id=001234 matched_by=link
ambiguous-owner  税務  c
-- expect issues --
links.csv:4 policy-several-people
