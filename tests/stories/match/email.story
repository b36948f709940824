# By mail address
Case and width are no difference. An address of two people fits both: several people fit, ambiguous. An address that nobody has lets the
next step speak.

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
職員番号,氏名,所属,メールアドレス,退職日
001,佐藤花子,税務課,Sato@Example.JP,2026-01-31
002,鈴木一郎,税務課,madoguchi@example.jp,
003,高橋次郎,税務課,madoguchi@example.jp,

-- tax.csv --
利用者ID,メールアドレス
a,ｓａｔｏ@example.jp
b,madoguchi@EXAMPLE.jp
c,nobody@example.jp
001,nobody@example.jp
d,sato@example.jp.evil

-- expect exceptions --
leaver-account  税務  a  person_id=001 matched_by=email
ambiguous-owner  税務  b
orphan-account  税務  c
leaver-account  税務  001  person_id=001 matched_by=user_id
orphan-account  税務  d
-- expect issues --
