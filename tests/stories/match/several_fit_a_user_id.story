# A user ID that is the login of two people
Several people fit: ambiguous, both named, and no later step is asked, though name and department would fit one of them. Full width and case are no difference.

$ run --as-of 2026-03-31

-- tenko.yaml --
organization: 試験市
rosters:
  - {name: 職員, source: roster.csv}
systems:
  - name: 税務
    owner: 税務課
    source: tax.csv

-- roster.csv --
職員番号,氏名,所属,ログインID
001,佐藤花子,税務課,madoguchi
002,鈴木一郎,税務課,MADOGUCHI

-- tax.csv --
利用者ID,氏名,所属
ｍａｄｏｇｕｃｈｉ,佐藤花子,税務課

-- expect exceptions --
ambiguous-owner  税務  ｍａｄｏｇｕｃｈｉ
-- expect file exceptions.jsonl --
"candidates":["001
,"002
-- expect issues --
