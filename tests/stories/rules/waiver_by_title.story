# A waiver may name its rule as people read it
The heading of the rule in either language, in any width and case, or the rule's name in capitals. A heading that is none is an issue.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
policy: {waivers: waivers.csv}

-- waivers.csv --
rule,target,subject,reason,approved_by,valid_until
使用者不明のアカウント,税務,u1,理由,税務課長,2026-12-31
ACCOUNT OF  A LEAVER,税務,u2,理由,税務課長,2026-12-31
Orphan-Account,税務,u3,理由,税務課長,2026-12-31
退職者のアカウソト,税務,u4,理由,税務課長,2026-12-31
,税務,u5,理由,税務課長,2026-12-31

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,2026-01-31

-- tax.csv --
利用者ID,職員番号
u1,999
u2,001
u3,998
u4,001
u5,997

-- expect exceptions of orphan-account leaver-account --
leaver-account  税務  u2  waived=true
leaver-account  税務  u4  waived=false
orphan-account  税務  u1  waived=true
orphan-account  税務  u3  waived=true
orphan-account  税務  u5  waived=false
-- expect some issues --
waivers.csv:5 rules-waiver-rule rule
waivers.csv:6 row-without-key rule
