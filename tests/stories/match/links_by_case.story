# A link means the ID as it is written
Of two IDs that differ only in case each is an account; policy/links and a license list mean the one they write. aB is Suzuki's by the link, AB stays Sato's; the seat of aB is one of Suzuki, who has left.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters: [{name: 職員, source: roster.csv}]
systems: [{name: 税務, owner: 税務課, source: tax.csv}]
licenses: [{name: 帳票, system: 税務, source: seats.csv}]
policy: {links: links.csv}

-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,税務課,
002,鈴木一郎,税務課,2026-01-31

-- links.csv --
system,user_id,person_id,note
税務,aB,002,確認済

-- tax.csv --
利用者ID,職員番号
AB,001
aB,

-- seats.csv --
利用者ID
aB

-- expect exceptions --
leaver-account  税務  aB  person_id=002
license-leaver  帳票  aB  person_id=002
-- expect issues --
