# A former family name without the given one
Rosters note 旧姓 as a family name only, in its own column or in the name cell; an account with it and the present given name bears the
person's former name. Another given name with it is somebody else.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv
rules: {duplicate-account: {enabled: false}}

-- roster.csv --
職員番号,氏名,旧姓,所属
001,佐藤 花子,山田,税務課
002,鈴木 和子（旧姓 髙橋）,,税務課

-- tax.csv --
利用者ID,職員番号,氏名
u1,001,山田花子
u2,001,佐藤花子様
u3,001,山田太郎
u4,002,高橋　和子
u5,002,鈴木和子

-- expect exceptions --
name-mismatch  税務  u3  person_id=001
