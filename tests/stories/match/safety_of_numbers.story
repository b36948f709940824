# Matching never guesses
A number that stands in the name column, a name that contains another, a user ID that contains a login, a mail that begins alike: nobody.

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
職員番号,氏名,所属,ログインID,メールアドレス
00123,山田太,税務課,yamada,yamada@example.jp

-- tax.csv --
利用者ID,氏名,所属,メールアドレス
a,00123,税務課,
b,山田太郎,税務課,
yamada2,,税務課,
c,,税務課,yamada@example.jp.example.com
1230,,税務課,
d,山田太,税務,

-- expect exceptions --
orphan-account  税務  a
orphan-account  税務  b
orphan-account  税務  yamada2
orphan-account  税務  c
orphan-account  税務  1230
orphan-account  税務  d
-- expect issues --
