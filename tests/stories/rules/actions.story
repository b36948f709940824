# What is to be done: delete what was never used, rename what stands in another's name
KA-02, KA-03. An ID that nobody ever used is deleted, a dormant one disabled. An administrator ID in a former principal's name that is approved for
a successor is reassigned, one that nobody else may have is disabled; the account of another person's name is reassigned too.

$ run --as-of 2026-03-31 --no-ledger

-- tenko.yaml --
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - {name: 学校, owner: 学務課, source: school.csv}
policy: {privileged: privileged.csv}

-- privileged.csv --
system,user_id,person_id,approved_by,approved_on,expires_on
学校,former,002,課長,2025-04-01,2027-03-31
学校,lent,002,課長,2025-04-01,2027-03-31
学校,ended,002,課長,2025-04-01,2026-03-30
-- roster.csv --
職員番号,氏名,所属,退職日
001,佐藤花子,学務課,2026-01-31
002,鈴木一郎,学務課,
003,高橋次郎,学務課,
-- school.csv --
利用者ID,職員番号,氏名,種別,特権,登録日,最終ログイン日
former,001,佐藤花子,外部,1,2020-04-01,2026-01-30
gone,001,佐藤花子,外部,,2020-04-01,2026-01-30
lent,003,高橋次郎,外部,1,2020-04-01,2026-03-30
ended,003,高橋次郎,外部,1,2020-04-01,2026-03-30
other,003,鈴木一郎,外部,,2020-04-01,2026-03-30
support,003,高橋次郎,外部,,2020-04-01,
asleep,003,高橋次郎,外部,,2020-04-01,2025-10-01

-- expect exceptions --
leaver-account  学校  former  action=reassign
privileged-unapproved  学校  former  action=reassign
leaver-account  学校  gone  action=disable
privileged-unapproved  学校  lent  action=reassign
privileged-unapproved  学校  ended  action=confirm
name-mismatch  学校  other  action=reassign
never-used-account  学校  support  action=delete
dormant-account  学校  asleep  action=disable
