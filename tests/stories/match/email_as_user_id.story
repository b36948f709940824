# A list with mail addresses and nothing else
BRIEF: where no user ID column exists, the mail address serves as the user ID, too, and matches as a mail address.

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
001,佐藤花子,税務課,sato@example.jp,2026-01-31

-- tax.csv --
メールアドレス,状態
Sato@example.jp,有効
nobody@example.jp,有効

-- expect exceptions --
leaver-account  税務  Sato@example.jp  matched_by=email
orphan-account  税務  nobody@example.jp
-- expect issues --
