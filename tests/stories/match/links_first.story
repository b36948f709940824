# policy/links decides before everything else
A link wins over the number on the account. "-" means never: the account is an orphan though its number and mail fit somebody. A linked account is
judged for its name (name-mismatch speaks of steps 1–4). The user ID must be equal, never a part; case is no difference.

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
税務,Linked,002,引継ぎ
税務,never,-,保守業者
税務,nam,001,
税務,zeros,3,

-- roster.csv --
職員番号,氏名,所属,メールアドレス,退職日
001,佐藤花子,税務課,sato@example.jp,
002,鈴木一郎,税務課,,2026-01-31
003,高橋次郎,税務課,,2026-01-31

-- tax.csv --
利用者ID,職員番号,メールアドレス,氏名
linked,001,sato@example.jp,佐藤花子
never,001,sato@example.jp,佐藤花子
nam2,999,,
zeros,001,,高橋次郎

-- expect exceptions --
leaver-account  税務  linked  person_id=002 matched_by=link
orphan-account  税務  never  matched_by=link
orphan-account  税務  nam2
leaver-account  税務  zeros  person_id=003 matched_by=link
-- expect some issues --
links.csv:4
