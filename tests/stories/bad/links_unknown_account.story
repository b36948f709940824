# A link for an account that is not there
An input issue with its line; the link does nothing.

$ run

-- tenko.yaml --
as_of: 2026-04-01
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
policy: {links: links.csv}
-- roster.csv --
職員番号,氏名,所属
001,佐藤花子,税務課
002,鈴木一郎,税務課

-- tax.csv --
利用者ID,職員番号
u1,001
u2,002

-- links.csv --
system,user_id,person_id,note
税務,u9,001,
税務,u1,999,

-- expect some issues --
links.csv:2 link-no-account
links.csv:3 policy-no-person
-- expect exceptions of leaver-account --
