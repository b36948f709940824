# One hyphen in codes
DATA: - － − ‐ ‑ – and the like are one hyphen in codes; so is the "never" of a link written in full width. Zeros are dropped at the beginning only.

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
税務,never,－,

-- roster.csv --
職員番号,氏名,所属,退職日
A-01,佐藤花子,税務課,2026-01-31

-- tax.csv --
利用者ID,職員番号
ascii,a-01
wide,Ａ－０１
minus,A−01
hyphen,A‐01
never,A-01

-- expect exceptions --
leaver-account  税務  ascii
leaver-account  税務  wide
leaver-account  税務  minus
leaver-account  税務  hyphen
orphan-account  税務  never
-- expect issues --
